import Documents
import Simulation

extension Scenario {
  /// Reads a file of `Lessons/Scenarios` and carries out its `fill`: what contradicts itself is
  /// reported where it stands.
  public init(_ document: DocumentNode) throws(DocumentError) {
    try Self.refuseOtherMachines(document)
    let top = try document.mapping(
      "title", "kernel", "scale", "cpus", "per-cpu lists", "zones", "pageblocks", "fill", "free lists",
      "skip hints", "cached", "isolated elsewhere", "run")
    let release = try top["kernel"].map(KernelRelease.init) ?? KernelVersion.v6_12.release
    let layout = try Self.layout(top, kernel: release.version)
    var plan = PagePlan(layout: layout)
    if let node = top["pageblocks"] { try plan.setTypes(node) }
    for (index, node) in try (top["fill"]?.sequence() ?? []).enumerated() {
      try plan.carryOut(FillStep(node, index: index, layout: layout))
    }
    for node in try top["free lists"]?.sequence() ?? [] { try plan.addFreeLists(node) }
    plan.countManaged()
    self.init(
      title: try top.required("title").string(), release: release, layout: plan.layout,
      trigger: try Trigger(top.required("run"), layout: layout), plan: plan,
      cached: try Self.cachedPositions(top["cached"], layout: layout),
      skipHints: try Self.skipHints(top["skip hints"], layout: layout),
      isolatedElsewhere: try top["isolated elsewhere"]?.integer(in: 0...MachineLayout.mostPages) ?? 0)
  }

  /// Machines that are left out say so themselves, rather than that nobody knows the word.
  private static func refuseOtherMachines(_ document: DocumentNode) throws(DocumentError) {
    for (key, _, place) in try document.openMapping().entries {
      switch key {
      case "nodes": throw place.error("several nodes are not simulated", "write the zones of one node")
      case "page size":
        throw place.error("another page size is not simulated", "leave it out: pages have 4 KiB")
      case "pageblock order":
        throw place.error("another pageblock order is not simulated", "leave it out: the scale has its own")
      default: break
      }
    }
  }

  // MARK: Layout

  private static func layout(
    _ top: DocumentMapping, kernel: KernelVersion
  ) throws(DocumentError) -> MachineLayout {
    let scale = try top.required("scale").choice(["teaching": Scale.teaching, "kernel": .kernel])
    let cpus = try top["cpus"]?.integer(in: 1...MachineLayout.mostCPUs) ?? 1
    let pageset = try top["per-cpu lists"].map(PagesetSizes.init) ?? .kernels
    var zones: [ZoneLayout] = []
    for node in try top.required("zones").sequence() {
      let zone = try zone(node, scale: scale, pageset: pageset, cpus: cpus, kernel: kernel)
      try zones.add(zone, at: node, scale: scale)
    }
    if zones.isEmpty { throw try top.required("zones").error("there is no zone", "add one") }
    return MachineLayout(scale: scale, zones: zones, cpus: cpus)
  }

  private static func zone(
    _ node: DocumentNode, scale: Scale, pageset: PagesetSizes, cpus: Int, kernel: KernelVersion
  ) throws(DocumentError) -> ZoneLayout {
    let zone = try node.mapping("name", "span", "ranges", "watermarks", "lowmem reserve")
    let name = try zone.required("name").choice(ZoneName.choices)
    var ranges: [ClosedRange<Pfn>] = []
    for node in try zone.required("ranges").sequence() {
      let range = try node.pfnRange()
      guard range.lowerBound > 0 else {
        throw node.error(
          "zone \(name) starts at page frame 0, which stands for “none”", "start it at 0x1 or above")
      }
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        throw node.error(
          "this range begins before the one in front of it has ended",
          "list ranges from low to high, without overlap")
      }
      ranges.append(range)
    }
    if ranges.isEmpty { throw zone.error(at: "ranges", "zone \(name) has no pages", "add a range") }
    let present = ranges.reduce(0) { $0 + $1.count }
    let marks: Watermarks
    if let node = zone["watermarks"] {
      marks = try Watermarks(node, pages: present)
    } else if scale.isTeaching {
      marks = Watermarks(min: 4, low: 5, high: 6)
    } else {
      throw zone.error("`watermarks` is missing here", "add `watermarks: {min: …, low: …, high: …}`")
    }
    var span: ClosedRange<Pfn>?
    if let node = zone["span"] { span = try Self.span(node, holding: ranges) }
    return ZoneLayout(
      name: name, ranges: ranges, start: span?.lowerBound, end: span.map { $0.upperBound + 1 },
      watermarks: marks,
      lowmemReserve: try zone["lowmem reserve"].map(lowmemReserve) ?? [:],
      pageset: pageset.layout(
        scale: scale, managed: present, low: marks.low, cpus: cpus, kernel: kernel))
  }

  /// Where a zone begins and ends, when that is not with its pages.
  private static func span(
    _ node: DocumentNode, holding ranges: [ClosedRange<Pfn>]
  ) throws(DocumentError) -> ClosedRange<Pfn> {
    let span = try node.pfnRange()
    guard span.lowerBound > 0, span.contains(ranges[0].lowerBound...ranges[ranges.count - 1].upperBound)
    else {
      throw node.error(
        "this span does not hold the zone's ranges", "begin it at or below the first, and above page frame 0")
    }
    return span
  }

  private static func cachedPositions(
    _ node: DocumentNode?, layout: MachineLayout
  ) throws(DocumentError) -> [CachedPositions] {
    var positions: [CachedPositions] = []
    for node in try node?.sequence() ?? [] {
      let entry = try node.mapping("zone", "migrate async", "migrate sync", "free")
      let zone = try layout.zone(entry.required("zone"))
      func pfn(_ key: String) throws(DocumentError) -> Pfn? {
        try entry[key]?.integer(in: zone.start...(zone.end - 1))
      }
      positions.append(
        CachedPositions(
          zone: zone.name, migrateAsync: try pfn("migrate async"), migrateSync: try pfn("migrate sync"),
          free: try pfn("free")))
    }
    return positions
  }

  private static func skipHints(
    _ node: DocumentNode?, layout: MachineLayout
  ) throws(DocumentError) -> [Pfn] {
    var pfns: [Pfn] = []
    for node in try node?.sequence() ?? [] { pfns += try layout.pageblocks(node) }
    return pfns
  }
}

/// What a scenario says of the sizes of per-CPU lists.
enum PagesetSizes {
  case off
  /// The kernel's own, or those of the teaching scale.
  case kernels
  case given(batch: Int, high: Int)

  init(_ node: DocumentNode) throws(DocumentError) {
    guard node.isMapping else {
      self = try node.boolean() ? .kernels : .off
      return
    }
    let sizes = try node.mapping("batch", "high")
    let batch = try sizes.required("batch").integer(in: 1...4096)
    self = .given(batch: batch, high: try sizes.required("high").integer(in: batch...1_000_000))
  }

  func layout(scale: Scale, managed: Int, low: Int, cpus: Int, kernel: KernelVersion) -> PagesetLayout? {
    switch self {
    case .off: nil
    case .kernels where scale.isTeaching: PagesetLayout(batch: 2, high: 8)
    case .kernels: PagesetLayout(managed: managed, low: low, cpus: cpus, version: kernel)
    case .given(let batch, let high): PagesetLayout(batch: batch, high: high)
    }
  }
}

extension MachineLayout {
  /// The first pages of the pageblocks that a value names: one first page, or a range of whole ones.
  func pageblocks(_ node: DocumentNode) throws(DocumentError) -> [Pfn] {
    let size = 1 << scale.pageblockOrder
    var range = try node.pfnRange()
    if range.count == 1 { range = range.lowerBound...(range.lowerBound + size - 1) }
    guard range.lowerBound % size == 0, range.count % size == 0 else {
      throw node.error(
        "these are not whole pageblocks", "start at a multiple of \(size) pages, end before one")
    }
    let starts = stride(from: range.lowerBound, to: range.upperBound, by: size)
    for start in starts where !zones.contains(where: { $0.start < start + size && start < $0.end }) {
      throw node.error(
        "pageblock 0x\(String(start, radix: 16)) lies outside every zone", "name one of a zone")
    }
    return Array(starts)
  }
}

extension PagePlan {
  fileprivate mutating func setTypes(_ node: DocumentNode) throws(DocumentError) {
    var typed: Set<Pfn> = []
    for (key, value, place)
      in try node
      .mapping("unmovable", "movable", "reclaimable", "high-atomic", "cma", "isolate").entries
    {
      guard let type = Migratetype(choice: key) else { throw place.error("`\(key)` is no type", "name one") }
      for node in try value.values() {
        for pfn in try layout.pageblocks(node) {
          guard typed.insert(pfn).inserted else {
            throw node.error(
              "pageblock 0x\(String(pfn, radix: 16)) has a type already", "give each pageblock one type")
          }
          set(type, pageblockAt: pfn)
        }
      }
    }
  }

  fileprivate mutating func addFreeLists(_ node: DocumentNode) throws(DocumentError) {
    let list = try node.mapping("order", "type", "at")
    let order = try list.required("order").integer(in: 0...layout.scale.maxOrder)
    let given = try list["type"]?.choice(Migratetype.choices)
    let size = 1 << order
    // The list is written head first; each block is added at the head.
    for node in try list.required("at").values().reversed() {
      let pfn = try node.integer(in: 0...end)
      let name = "0x\(String(pfn, radix: 16))"
      guard pfn % size == 0 else {
        throw node.error(
          "a free block of order \(order) can't start at \(name)", "start it at a multiple of \(size) pages")
      }
      guard layout.zones.contains(where: { $0.ranges.contains { $0.contains(pfn...(pfn + size - 1)) } })
      else {
        throw node.error("free block \(name) lies outside every zone", "give pages of a zone")
      }
      guard holds(pfn..<(pfn + size), .vacant) else {
        throw node.error("free block \(name) overlaps pages given before", "give each page once")
      }
      let type = given ?? self.type(ofPageblockAt: pfn)
      if order < layout.scale.maxOrder, isFreeBlock(at: pfn ^ size, order: order) {
        throw node.error(
          "free block \(name) and its buddy 0x\(String(pfn ^ size, radix: 16)) would have merged",
          "give one block of order \(order + 1)")
      }
      addFreeBlock(at: pfn, order: order, type: type)
    }
  }
}
