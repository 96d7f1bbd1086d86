import Documents
import Simulation

extension Recipe {
  /// Reads a file of `Assets/Recipes`.
  public init(_ document: DocumentNode) throws(DocumentError) {
    let top = try document.mapping("title", "seed", "zones", "runs", "used", "pinned")
    let runs = try top.required("runs").mapping("unmovable", "reclaimable", "largest free blocks")
    var used: [Migratetype: [Filling]] = [:]
    for (key, value, _) in try top.required("used")
      .mapping("unmovable", "movable", "reclaimable", "cma").entries
    {
      if let type = Migratetype(choice: key) { used[type] = try Self.fillings(value) }
    }
    var zones: [Zone] = []
    for node in try top.required("zones").sequence() { zones.append(try Zone(node)) }
    self.init(
      title: try top.required("title").string(), seed: try top.required("seed").integer(), zones: zones,
      pageblockRuns: [
        .unmovable: try runs.required("unmovable").integer(in: 1...1024),
        .reclaimable: try runs.required("reclaimable").integer(in: 1...1024),
      ], largestFreeRun: try runs.required("largest free blocks").integer(in: 1...1024), used: used,
      pinned: try top.required("pinned").fraction())
  }

  private static func fillings(_ node: DocumentNode) throws(DocumentError) -> [Filling] {
    var fillings: [Filling] = []
    for node in try node.sequence() {
      let filling = try node.mapping("kind", "share", "run")
      fillings.append(
        Filling(
          kind: try filling.required("kind").choice(PageKind.choices),
          share: try filling.required("share").fraction(),
          run: try filling.required("run").integer(in: 1...4096)))
    }
    let sum = fillings.reduce(0) { $0 + $1.share }
    guard abs(sum - 1) < 0.001 else {
      throw node.error("these shares make \(sum) together", "let them make 1")
    }
    return fillings
  }
}

extension Recipe.Zone {
  fileprivate init(_ node: DocumentNode) throws(DocumentError) {
    let zone = try node.mapping("name", "managed", "pageblocks", "free")
    var pageblocks: [Migratetype: Int] = [:]
    for (key, value, _) in try zone.required("pageblocks").mapping("unmovable", "reclaimable").entries {
      if let type = Migratetype(choice: key) {
        pageblocks[type] = try value.integer(in: 0...MachineLayout.mostPages)
      }
    }
    var free: [Migratetype: [Int]] = [:]
    for (key, value, place) in try zone.required("free")
      .mapping("unmovable", "movable", "reclaimable", "cma").entries
    {
      var counts: [Int] = []
      for node in try value.sequence() { counts.append(try node.integer(in: 0...MachineLayout.mostPages)) }
      guard counts.count == Scale.kernel.orders else {
        throw place.error(
          "\(counts.count) numbers stand where each order needs one",
          "give \(Scale.kernel.orders), order 0 first")
      }
      if let type = Migratetype(choice: key) { free[type] = counts }
    }
    self.init(
      name: try zone.required("name").choice(ZoneName.choices),
      managed: try zone.required("managed").integer(in: 1...MachineLayout.mostPages), pageblocks: pageblocks,
      free: free)
  }
}
