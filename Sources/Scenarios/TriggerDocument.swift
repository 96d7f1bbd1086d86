import Documents
import Simulation

/// What a scenario can name in its `run`, which is what a person can choose in its place.
extension Trigger {
  /// One of each kind, in the order in which they are chosen: by hand, kcompactd, a task that waits, kcompactd
  /// in advance.
  public static func choices(order: Order) -> [Trigger] {
    [
      .compactMemory, .kcompactd(order: order, highestZone: .movable), .allocations(1, order: order),
      .proactive,
    ]
  }

  /// What the kind is called; nil for one that no scenario can name.
  public var name: String? {
    switch self {
    case .compactMemory: "compact_memory"
    case .proactive: "proactive"
    case .kcompactd: "kcompactd"
    case .allocations: "allocations"
    case .hugePageFaults, .hugePagePool, .contiguous: nil
    }
  }

  /// Reads what `text` wrote.
  init(_ node: DocumentNode, scale: Scale) throws(DocumentError) {
    let run = try node.mapping("trigger", "order", "count")
    let name = try run.required("trigger").choice([
      "compact_memory": "compact_memory", "proactive": "proactive", "kcompactd": "kcompactd",
      "allocations": "allocations",
    ])
    let known = ["kcompactd": ["order"], "allocations": ["order", "count"]][name] ?? []
    for key in ["order", "count"] where run[key] != nil && !known.contains(key) {
      throw run.error(at: key, "`\(name)` has no \(key)", "remove it")
    }
    func order() throws(DocumentError) -> Order {
      try run.required("order").integer(in: 0...scale.maxOrder)
    }
    switch name {
    case "kcompactd": self = .kcompactd(order: try order(), highestZone: .movable)
    case "allocations":
      self = .allocations(try run["count"]?.integer(in: 1...1000) ?? 1, order: try order())
    case "proactive": self = .proactive
    default: self = .compactMemory
    }
  }

  /// The entries of `run`; nil for one that no scenario can name.
  var text: String? {
    switch self {
    case .compactMemory: "trigger: compact_memory"
    case .proactive: "trigger: proactive"
    case .kcompactd(let order, .movable): "trigger: kcompactd, order: \(order)"
    case .allocations(let requests):
      requests.first.flatMap { first in
        first.gfp == .highUserMovable && requests.allSatisfy { $0 == first }
          ? "trigger: allocations, order: \(first.order), count: \(requests.count)" : nil
      }
    default: nil
    }
  }
}
