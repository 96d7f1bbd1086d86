import Documents
import Simulation

extension Board {
  /// Reads a file of `Assets/Boards`.
  ///
  /// - Parameter recipe: finds a recipe by its name, at the place where the board names it.
  public init(
    _ document: DocumentNode, recipe: (DocumentNode) throws(DocumentError) -> Recipe
  ) throws(DocumentError) {
    let top = try document.mapping(
      "title", "kernel", "inferred", "cpus", "banks", "zones", "holes", "reserved", "cma", "recipe")
    let release = try KernelRelease(top.required("kernel"))
    let cpus = try top["cpus"]?.integer(in: 1...MachineLayout.mostCPUs) ?? 1
    let banks = try Banks(top.required("banks"))
    var zones: [ZoneLayout] = []
    for node in try top.required("zones").sequence() {
      let zone = try Self.zone(node, banks: banks, cpus: cpus, kernel: release.version)
      try zones.add(zone, at: node, scale: .kernel)
    }
    if zones.isEmpty { throw try top.required("zones").error("there is no zone", "add one") }
    for (range, node) in banks.ranges {
      guard zones.contains(where: { $0.start <= range.lowerBound && range.upperBound < $0.end }) else {
        throw node.error(
          "this bank does not lie in one zone", "widen a zone's span, or split the bank at its border")
      }
    }
    let layout = MachineLayout(scale: .kernel, zones: zones, cpus: cpus)
    var landmarks = try Self.holes(top["holes"], banks: banks)
    landmarks += try Self.reserved(top, layout: layout)
    landmarks += try Self.cma(top["cma"], layout: layout, taken: landmarks)

    self.init(
      title: try top.required("title").string(), release: release,
      isInferred: try top["inferred"]?.boolean() ?? false, layout: layout, landmarks: landmarks,
      recipe: try recipe(top.required("recipe")))
  }

  private static func zone(
    _ node: DocumentNode, banks: Banks, cpus: Int, kernel: KernelVersion
  ) throws(DocumentError) -> ZoneLayout {
    let zone = try node.mapping("name", "span", "present", "managed", "watermarks", "lowmem reserve")
    let name = try zone.required("name").choice(ZoneName.choices)
    let span = try zone.required("span").pfnRange()
    guard span.lowerBound > 0 else {
      throw zone.error(
        at: "span", "zone \(name) starts at page frame 0, which stands for “none”", "start it at 0x1 or above"
      )
    }
    let ranges = banks.ranges.map(\.range).filter { span.overlaps($0) }
    guard !ranges.isEmpty else {
      throw zone.error(at: "span", "no bank lies in zone \(name)", "widen its span, or remove the zone")
    }
    let present = ranges.reduce(0) { $0 + $1.count }
    let stated = try zone.required("present")
    if try stated.integer() != present {
      throw stated.error("the banks of zone \(name) hold \(present) pages", "write that, or mend the banks")
    }
    let managed = try zone.required("managed").integer(in: 1...present)
    let marks = try Watermarks(zone.required("watermarks"), pages: managed)
    return ZoneLayout(
      name: name, ranges: ranges, start: span.lowerBound, end: span.upperBound + 1, managed: managed,
      watermarks: marks, lowmemReserve: try zone["lowmem reserve"].map(lowmemReserve) ?? [:],
      pageset: PagesetLayout(managed: managed, low: marks.low, cpus: cpus, version: kernel))
  }

  private static func holes(_ node: DocumentNode?, banks: Banks) throws(DocumentError) -> [Landmark] {
    var holes: [Landmark] = []
    for node in try node?.sequence() ?? [] {
      let hole = try node.mapping("name", "at")
      let range = try hole.required("at").pfnRange()
      if banks.ranges.contains(where: { $0.range.overlaps(range) }) {
        throw hole.error(at: "at", "this hole overlaps a bank", "give addresses that no bank covers")
      }
      holes.append(Landmark(kind: .hole, name: try hole.required("name").string(), range: range))
    }
    return holes
  }

  /// What was taken at boot. It must add up to present − managed in each zone; an entry `at: top` is
  /// what the others leave of that, from the zone's highest pages down.
  private static func reserved(
    _ top: DocumentMapping, layout: MachineLayout
  ) throws(DocumentError) -> [Landmark] {
    let entries = try top["reserved"]?.sequence() ?? []
    var taken: [Landmark] = []
    var rests: [(name: String, zone: ZoneName)] = []
    for node in entries {
      let entry = try node.mapping("name", "at", "zone")
      let name = try entry.required("name").string()
      let place = try entry.required("at")
      if let text = try? place.string(), text == "top" {
        let zone = try layout.zone(entry.required("zone"))
        rests.append((name, zone.name))
        continue
      }
      let range = try place.pfnRange()
      guard layout.zones.contains(where: { $0.ranges.contains { $0.contains(range) } }) else {
        throw place.error(
          "these pages do not lie in one bank", "give pages of one bank, or `top` with a zone")
      }
      if let other = taken.first(where: { $0.range.overlaps(range) }) {
        throw place.error("these pages overlap those of \(other.name)", "give each page to one of them")
      }
      taken.append(Landmark(kind: .reserved, name: name, range: range))
    }
    for zone in layout.zones {
      let fixed = taken.filter { zone.start..<zone.end ~= $0.range.lowerBound }.reduce(0) {
        $0 + $1.range.count
      }
      let left = zone.present - zone.managed - fixed
      let rest = rests.first { $0.zone == zone.name }
      if left < 0 || left > 0 && rest == nil {
        throw top.error(
          at: "reserved",
          "\(fixed) pages of zone \(zone.name) are taken, but present − managed is "
            + "\(zone.present - zone.managed)", "add an entry `at: top`, or mend the numbers")
      }
      guard let rest else { continue }
      taken += topDown(left, in: zone, around: taken).map {
        Landmark(kind: .reserved, name: rest.name, range: $0)
      }
    }
    return taken
  }

  /// The highest `count` pages of a zone that are present and not taken, as ranges from the top down.
  private static func topDown(_ count: Int, in zone: ZoneLayout, around taken: [Landmark]) -> [ClosedRange<
    Pfn
  >] {
    var left = count
    var ranges: [ClosedRange<Pfn>] = []
    for bank in zone.ranges.reversed() {
      var last = bank.upperBound
      while left > 0, last >= bank.lowerBound {
        if let other = taken.first(where: { $0.range.contains(last) }) {
          last = other.range.lowerBound - 1
          continue
        }
        let below = taken.map(\.range.upperBound).filter { $0 < last }.max() ?? 0
        let first = max(last - left + 1, below + 1, bank.lowerBound)
        ranges.append(first...last)
        left -= last - first + 1
        last = first - 1
      }
    }
    return ranges
  }

  private static func cma(
    _ node: DocumentNode?, layout: MachineLayout, taken: [Landmark]
  ) throws(DocumentError) -> [Landmark] {
    guard let node else { return [] }
    let cma = try node.mapping("name", "at")
    let place = try cma.required("at")
    let range = try place.pfnRange()
    let pageblock = 1 << layout.scale.pageblockOrder
    guard range.lowerBound % pageblock == 0, range.count % pageblock == 0 else {
      throw place.error(
        "CMA does not cover whole pageblocks", "start and end it at multiples of \(pageblock) pages")
    }
    guard layout.zones.contains(where: { $0.ranges.contains { $0.contains(range) } }) else {
      throw place.error("CMA does not lie in one bank", "give pages of one bank")
    }
    if let other = taken.first(where: { $0.kind == .reserved && $0.range.overlaps(range) }) {
      throw place.error("CMA overlaps \(other.name)", "give each page to one of them")
    }
    return [Landmark(kind: .cma, name: try cma.required("name").string(), range: range)]
  }
}

/// The memory banks of a board, ascending.
struct Banks {
  let ranges: [(range: ClosedRange<Pfn>, node: DocumentNode)]

  init(_ node: DocumentNode) throws(DocumentError) {
    var ranges: [(range: ClosedRange<Pfn>, node: DocumentNode)] = []
    for node in try node.sequence() {
      let range = try node.pfnRange()
      if let last = ranges.last, range.lowerBound <= last.range.upperBound {
        throw node.error(
          "this bank begins before the one in front of it has ended",
          "list banks from low to high, without overlap")
      }
      ranges.append((range, node))
    }
    self.ranges = ranges
  }
}
