import KernelInterface
import Simulation

/// A machine's zones as the recording's zoneinfo and freelists give them.
struct CapturedLayout {
  let layout: MachineLayout

  init(_ snapshot: Snapshot, version: KernelVersion) {
    let zones = snapshot.zoneInfo.populated
    let cpus = max(1, zones.map(\.pageSets.count).max() ?? 1)
    let names = ZoneName.allCases
    layout = MachineLayout(
      scale: .kernel,
      zones: zones.compactMap { zone in
        guard let name = ZoneName(zone.name) else { return nil }
        let lists = snapshot.freeLists?.zones.first { $0.name == zone.name }?.fields
        let marks = lists?[array: "_watermark"] ?? []
        let boost = zone.pages["boost"] ?? 0
        let low = marks.count > 1 ? marks[1] : (zone.pages["low"] ?? 0) - boost
        let watermarks = Watermarks(
          min: marks.count > 0 ? marks[0] : (zone.pages["min"] ?? 0) - boost, low: low,
          high: marks.count > 2 ? marks[2] : (zone.pages["high"] ?? 0) - boost,
          promo: marks.count > 3 ? marks[3] : nil)
        // `protection` has a column for each zone type of the kernel, Device behind Movable.
        let reserve = Dictionary(
          uniqueKeysWithValues: zip(names, zone.protection).map { ($0, $1) })
        let set = zone.pageSets.first?.limits
        var pageset = PagesetLayout(managed: zone.managed, low: low, cpus: cpus, version: version)
        if let batch = set?["batch"] { pageset.batch = batch }
        if !version.pagesetHighIsTuned, let high = set?["high"] {
          pageset.high = high
          pageset.highMax = high
        }
        if let least = set?["high_min"] { pageset.high = least }
        if let most = set?["high_max"] { pageset.highMax = most }
        return ZoneLayout(
          name: name, ranges: CapturedLayout.present(zone.pfns, snapshot.kpageflags),
          start: zone.pfns.lowerBound,
          end: zone.pfns.upperBound, managed: zone.managed, watermarks: watermarks,
          lowmemReserve: reserve, pageset: pageset)
      }, cpus: cpus)
  }

  /// The runs of pages that have a `struct page`.
  private static func present(_ span: Range<Int>, _ flags: KPageFlags) -> [ClosedRange<Pfn>] {
    var ranges: [ClosedRange<Pfn>] = []
    var start: Pfn?
    for pfn in span {
      let here = pfn < flags.words.count && !flags[pfn].contains(.nopage)
      if here {
        if start == nil { start = pfn }
      } else if let first = start {
        ranges.append(first...pfn - 1)
        start = nil
      }
    }
    if let first = start { ranges.append(first...span.upperBound - 1) }
    return ranges.isEmpty ? [span.lowerBound...span.upperBound - 1] : ranges
  }
}
