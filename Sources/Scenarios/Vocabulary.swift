import Documents
import Simulation

/// Words and small groups of values that several kinds of file share.

extension ZoneName {
  static let choices: KeyValuePairs<String, ZoneName> = [
    "DMA": .dma, "DMA32": .dma32, "Normal": .normal, "HighMem": .highMem, "Movable": .movable,
    "Device": .device,
  ]
}

extension Migratetype {
  static let choices: KeyValuePairs<String, Migratetype> = [
    "unmovable": .unmovable, "movable": .movable, "reclaimable": .reclaimable, "high-atomic": .highAtomic,
    "cma": .cma, "isolate": .isolate,
  ]

  init?(choice: String) {
    guard let type = Migratetype.choices.first(where: { $0.key == choice })?.value else { return nil }
    self = type
  }
}

extension PageKind {
  /// The kinds that a page in use can be.
  static let choices: KeyValuePairs<String, PageKind> = [
    "reserved": .reserved, "kernel": .kernel, "slab": .slab, "page-table": .pageTable,
    "anonymous": .anonymous, "file": .file, "shmem": .shmem, "movable-ops": .movableOps,
  ]
}

extension KernelRelease {
  /// A release that a file names; any will do.
  init(_ node: DocumentNode) throws(DocumentError) {
    guard let release = KernelRelease(try node.string()) else {
      throw try node.error("`\(node.string())` is no kernel’s release", "write one as \"6.12\"")
    }
    self = release
  }
}

extension Watermarks {
  /// - Parameter pages: what the zone manages; a mark above it could never be reached.
  init(_ node: DocumentNode, pages: Int) throws(DocumentError) {
    let marks = try node.mapping("min", "low", "high")
    let min = try marks.required("min").integer()
    let low = try marks.required("low").integer()
    let high = try marks.required("high").integer()
    guard min <= low, low <= high else {
      throw node.error("the watermarks do not rise", "let min ≤ low ≤ high")
    }
    guard high <= pages else {
      throw marks.error(
        at: "high", "the high watermark lies above the zone’s \(pages) pages", "write at most that")
    }
    self.init(min: min, low: low, high: high)
  }
}

func lowmemReserve(_ node: DocumentNode) throws(DocumentError) -> [ZoneName: Int] {
  var reserve: [ZoneName: Int] = [:]
  for (key, value, place) in try node.mapping("DMA", "DMA32", "Normal", "HighMem", "Movable", "Device")
    .entries
  {
    guard let zone = ZoneName(key) else { throw place.error("`\(key)` is no zone", "name a zone") }
    reserve[zone] = try value.integer(in: 0...MachineLayout.mostPages)
  }
  return reserve
}

extension [ZoneLayout] {
  /// Adds a zone that lies above those before it.
  mutating func add(_ zone: ZoneLayout, at node: DocumentNode, scale: Scale) throws(DocumentError) {
    guard zone.end <= MachineLayout.endOfFrames else {
      throw node.error(
        "zone \(zone.name) ends beyond the addresses of the simulation", "end it below 0x80000000")
    }
    if contains(where: { $0.name == zone.name }) {
      throw node.error(
        "there is a zone \(zone.name) already; a machine of several nodes is not simulated",
        "give each zone once")
    }
    if let last {
      guard last.end <= zone.start, last.name < zone.name else {
        throw node.error(
          "zone \(zone.name) does not lie above zone \(last.name)", "list zones from low to high, apart")
      }
      guard (last.end - 1) >> scale.pageblockOrder < zone.start >> scale.pageblockOrder else {
        throw node.error(
          "zones \(last.name) and \(zone.name) share a pageblock",
          "start zone \(zone.name) at a multiple of \(1 << scale.pageblockOrder) pages")
      }
    }
    let pages = zone.end - (first ?? zone).start
    let most = MachineLayout.mostPages
    guard pages <= most else {
      throw node.error("the zones span \(pages) pages", "keep them within \(most), which are 64 GiB")
    }
    append(zone)
  }
}

extension MachineLayout {
  /// The zone that `node` names.
  func zone(_ node: DocumentNode) throws(DocumentError) -> ZoneLayout {
    let name = try node.choice(ZoneName.choices)
    guard let zone = zones.first(where: { $0.name == name }) else {
      throw node.error(
        "there is no zone \(name) here",
        "name one of \(zones.map(\.name.description).joined(separator: ", "))")
    }
    return zone
  }

  func zone(at pfn: Pfn) -> ZoneLayout? { zones.first { $0.start <= pfn && pfn < $0.end } }

  func isPresent(_ pfn: Pfn) -> Bool { zones.contains { $0.ranges.contains { $0.contains(pfn) } } }
}

extension ClosedRange {
  func contains(_ other: ClosedRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
