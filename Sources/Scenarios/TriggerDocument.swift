import Documents
import Simulation

/// What a scenario can name in its `run`, which is what a person can choose in its place.
extension Trigger {
  /// One of each kind, in the order in which they are chosen: by hand, kcompactd, a task that waits, kcompactd
  /// in advance, a driver that wants pages in a row: so many of a CMA area, and a given range.
  /// - Parameter range: nil for none to be chosen.
  public static func choices(order: Order, range: Range<Pfn>?) -> [Trigger] {
    [
      .compactMemory, .kcompactd(order: order, highestZone: .movable), .allocations(1, order: order),
      .proactive, .contiguous(.pages(1 << order)),
    ] + (range.map { [.contiguous(.range($0))] } ?? [])
  }

  /// Whether both are of a kind: they differ in numbers only.
  public func isAlike(_ other: Trigger) -> Bool {
    if case .contiguous(let own) = self, case .contiguous(let others) = other {
      return own.isRange == others.isRange
    }
    return name == other.name
  }

  /// What the kind is called; nil for one that no scenario can name.
  public var name: String? {
    switch self {
    case .compactMemory, .compactMemoryTimes: "compact_memory"
    case .proactive: "proactive"
    case .kcompactd: "kcompactd"
    case .allocations: "allocations"
    case .hugePageFaults: "huge_page_faults"
    case .contiguous: "contiguous"
    case .hugePagePool: nil
    }
  }

  /// What stands beside each kind's name.
  private static let keys: KeyValuePairs<String, [String]> = [
    "compact_memory": ["count"], "proactive": [], "kcompactd": ["order"],
    "allocations": ["order", "count", "flags"], "huge_page_faults": ["count", "defrag", "region"],
    "contiguous": ["range", "count"],
  ]

  /// Reads what `text` wrote.
  init(_ node: DocumentNode, layout: MachineLayout) throws(DocumentError) {
    let run = try node.mapping("trigger", "order", "count", "flags", "range", "defrag", "region")
    let (name, known) = try run.required("trigger").choice(
      among: Self.keys.map { ($0.key, (name: $0.key, keys: $0.value)) })
    for (key, _, place) in run.entries where key != "trigger" && !known.contains(key) {
      throw place.error("`\(name)` has no \(key)", "remove it")
    }
    func order() throws(DocumentError) -> Order {
      try run.required("order").integer(in: 0...layout.scale.maxOrder)
    }
    func count() throws(DocumentError) -> Int { try run["count"]?.integer(in: 1...1000) ?? 1 }
    switch name {
    case "kcompactd": self = .kcompactd(order: try order(), highestZone: .movable)
    case "allocations":
      self = .allocations(
        try count(), order: try order(), gfp: try run["flags"].map(GFPMask.init) ?? .highUserMovable)
    case "huge_page_faults": self = .hugePageFaults(try HugePageRegion(run, faults: try count()))
    case "contiguous": self = .contiguous(try ContiguousRequest(run, layout: layout))
    case "proactive": self = .proactive
    default:
      let times = try count()
      self = times == 1 ? .compactMemory : .compactMemoryTimes(times)
    }
  }

  /// The entries of `run`; nil for one that no scenario can name.
  var text: String? {
    switch self {
    case .compactMemory: "trigger: compact_memory"
    case .compactMemoryTimes(let times): "trigger: compact_memory, count: \(times)"
    case .proactive: "trigger: proactive"
    case .kcompactd(let order, .movable): "trigger: kcompactd, order: \(order)"
    case .allocations(let requests):
      requests.first.flatMap { first in
        first.highestZone == first.gfp.highestZone && requests.allSatisfy { $0 == first }
          ? "trigger: allocations, order: \(first.order), count: \(requests.count)" + first.gfp.entry : nil
      }
    case .hugePageFaults(let region) where region.leastFree == 0 && region.kernelPages.isEmpty:
      "trigger: huge_page_faults, count: \(region.faults), defrag: \(region.defrag.rawValue), "
        + "region: \(region.isMarked ? "marked" : "unmarked")"
    case .contiguous(.range(let range)):
      "trigger: contiguous, range: 0x\(String(range.lowerBound, radix: 16))-0x\(String(range.upperBound - 1, radix: 16))"
    case .contiguous(.pages(let count)): "trigger: contiguous, count: \(count)"
    default: nil
    }
  }
}

extension HugePageRegion {
  fileprivate init(_ run: DocumentMapping, faults: Int) throws(DocumentError) {
    self.init(faults: faults)
    isMarked = try run["region"]?.choice(["marked": true, "unmarked": false]) ?? true
    defrag =
      try run["defrag"]?.choice(among: HugePageDefrag.allCases.map { ($0.rawValue, $0) }) ?? .madvise
  }
}

extension ContiguousRequest {
  fileprivate var isRange: Bool { if case .range = self { true } else { false } }

  fileprivate init(_ run: DocumentMapping, layout: MachineLayout) throws(DocumentError) {
    guard let node = run["range"] else {
      guard let node = run["count"] else {
        throw try run.required("trigger").error(
          "`contiguous` wants a range or a count", "add `range: 0x…-0x…` or `count: …`")
      }
      self = .pages(try node.integer(in: 1...(1 << 24)))
      return
    }
    if run["count"] != nil {
      throw run.error(at: "count", "`contiguous` has a range already", "remove the count, or the range")
    }
    let range = try node.pfnRange()
    guard let zone = layout.zone(at: range.lowerBound), range.upperBound < zone.end else {
      throw node.error("this range does not lie in one zone", "give pages of one zone")
    }
    self = .range(range.lowerBound..<range.upperBound + 1)
  }
}
