import KernelInterface
import Simulation

/// A machine's zones as the recording's zoneinfo and freelists give them.
struct CapturedLayout {
  let layout: MachineLayout

  /// Throws where the machine is none that can be simulated.
  /// - Parameter path: of the snapshot, as errors name it.
  init(_ snapshot: Snapshot, version: KernelVersion, path: String) throws(FormatError) {
    try CapturedLayoutCheck(snapshot: snapshot, path: path).run()
    // Numbered from 0; one that was off when the state was recorded has no set.
    let cpus = (snapshot.zoneInfo.cpus.last ?? 0) + 1
    layout = MachineLayout(
      scale: .kernel,
      zones: snapshot.zoneInfo.populated.compactMap { zone in
        ZoneName(zone.name).map { CapturedLayout.zone(zone, $0, snapshot, cpus: cpus, version: version) }
      }, cpus: cpus)
  }

  private static func zone(
    _ zone: ZoneInfo.Zone, _ name: ZoneName, _ snapshot: Snapshot, cpus: Int, version: KernelVersion
  ) -> ZoneLayout {
    let lists = snapshot.freeLists?.zones.first { $0.name == zone.name }?.fields
    let marks = lists?[array: "_watermark"] ?? []
    let boost = zone.pages["boost"] ?? 0
    let low = marks.count > 1 ? marks[1] : (zone.pages["low"] ?? 0) - boost
    let watermarks = Watermarks(
      min: marks.count > 0 ? marks[0] : (zone.pages["min"] ?? 0) - boost, low: low,
      high: marks.count > 2 ? marks[2] : (zone.pages["high"] ?? 0) - boost,
      promo: marks.count > 3 ? marks[3] : nil)
    let set = zone.pageSets.first?.limits
    var pageset = PagesetLayout(managed: zone.managed, low: low, cpus: cpus, version: version)
    if let batch = set?["batch"] { pageset.batch = max(1, batch) }
    if !version.pagesetHighIsTuned, let high = set?["high"] {
      pageset.high = high
      pageset.highMax = high
    }
    if let least = set?["high_min"] { pageset.high = least }
    if let most = set?["high_max"] { pageset.highMax = most }
    return ZoneLayout(
      name: name, ranges: present(zone.pfns, snapshot.kpageflags), start: zone.pfns.lowerBound,
      end: zone.pfns.upperBound, managed: zone.managed, watermarks: watermarks,
      lowmemReserve: reserve(of: zone, snapshot.zoneInfo), pageset: pageset)
  }

  /// `protection` has a column for each zone of the kernel, all of which newer kernels list, and older ones where
  /// they have pages.
  private static func reserve(of zone: ZoneInfo.Zone, _ info: ZoneInfo) -> [ZoneName: Int] {
    let listed = info.zones.filter { $0.node == zone.node }.map { ZoneName($0.name) }
    let columns = listed.count == zone.protection.count ? listed : [.dma, .dma32, .normal, .movable, .device]
    var reserve: [ZoneName: Int] = [:]
    for (name, pages) in zip(columns, zone.protection) { if let name { reserve[name] = pages } }
    return reserve
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
