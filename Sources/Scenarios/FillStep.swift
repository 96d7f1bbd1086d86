import Documents
import Simulation

/// One line of a scenario's `fill`: pages of a kind go to given places, or to places drawn by a seed
/// and a pattern; or pages that programs use are marked.
struct FillStep {
  /// What happens to a page.
  enum Work: Equatable {
    /// A vacant page is put to use.
    case use(PageKind)
    /// A program's page is marked.
    case pin, makeUnevictable, makeDirty, writeBack
  }
  /// How places are drawn.
  enum Pattern: Equatable {
    /// Page by page.
    case random
    /// As far from each other as there is room.
    case even
    /// In runs with a mean length.
    case runs(Int)
    /// Page by page, from the lower half of each pageblock.
    case half
  }
  enum Amount {
    case pages(Int)
    /// Of the present pages among which places are drawn.
    case share(Double)
  }

  let work: Work
  /// The pages to take in the order of the file, where it gives them.
  let places: [(ClosedRange<Pfn>, DocumentNode)]
  /// How many are drawn instead, and the place of that number in the file.
  let amount: (Amount, DocumentNode)?
  let pattern: Pattern
  let seed: Int
  /// Where places are drawn from; nil for everywhere.
  let ranges: [ClosedRange<Pfn>]?
  let types: [Migratetype]?

  /// - Parameter index: the step's number, its seed where the file gives none.
  init(_ node: DocumentNode, index: Int, layout: MachineLayout) throws(DocumentError) {
    let step = try node.mapping("kind", "at", "share", "count", "pattern", "cluster", "seed", "in")
    work = try Self.work(step.required("kind"))
    let given = ["at", "share", "count"].filter { step[$0] != nil }
    guard let first = given.first else {
      throw node.error("this step does not say which pages", "add `at`, `share` or `count`")
    }
    guard given.count == 1 else {
      throw step.error(at: given[1], "`\(first)` and `\(given[1])` are both given", "keep one of them")
    }
    if first == "at", let extra = ["pattern", "cluster", "seed", "in"].first(where: { step[$0] != nil }) {
      throw step.error(
        at: extra, "`\(extra)` says how to draw pages, but `at` gives them", "remove one of them")
    }
    var places: [(ClosedRange<Pfn>, DocumentNode)] = []
    for node in try step["at"]?.values() ?? [] { places.append((try node.pfnRange(), node)) }
    self.places = places
    if let node = step["share"] {
      amount = (.share(try node.fraction()), node)
    } else if let node = step["count"] {
      amount = (.pages(try node.integer()), node)
    } else {
      amount = nil
    }
    pattern = try Self.pattern(step)
    seed = try step["seed"]?.integer() ?? index + 1
    (ranges, types) = try Self.area(step["in"], layout: layout)
  }

  private static func work(_ node: DocumentNode) throws(DocumentError) -> Work {
    try node.choice([
      "reserved": .use(.reserved), "kernel": .use(.kernel), "slab": .use(.slab),
      "page-table": .use(.pageTable), "anonymous": .use(.anonymous), "file": .use(.file),
      "shmem": .use(.shmem), "movable-ops": .use(.movableOps), "pinned": .pin,
      "unevictable": .makeUnevictable, "dirty": .makeDirty, "writeback": .writeBack,
    ])
  }

  private static func pattern(_ step: DocumentMapping) throws(DocumentError) -> Pattern {
    let cluster = try step["cluster"]?.integer(in: 1...4096)
    guard let node = step["pattern"] else { return cluster.map(Pattern.runs) ?? .random }
    let pattern = try node.choice([
      "random": Pattern.random, "even": .even, "runs": .runs(cluster ?? 4), "half": .half,
    ])
    if case .runs = pattern { return pattern }
    if cluster != nil {
      throw step.error(at: "cluster", "only runs have a mean length", "remove it, or write `pattern: runs`")
    }
    return pattern
  }

  /// `in: [0x…-0x…, …]` or `in: unmovable` or a list of types.
  private static func area(
    _ node: DocumentNode?, layout: MachineLayout
  ) throws(DocumentError) -> ([ClosedRange<Pfn>]?, [Migratetype]?) {
    guard let node else { return (nil, nil) }
    var ranges: [ClosedRange<Pfn>] = []
    var types: [Migratetype] = []
    for node in try node.values() {
      if let text = try? node.string(), text.first?.isNumber == true {
        let range = try node.pfnRange()
        guard layout.isPresent(range.lowerBound), layout.isPresent(range.upperBound) else {
          throw node.error("these pages lie outside every zone", "give pages of a zone")
        }
        ranges.append(range)
      } else {
        types.append(try node.choice(Migratetype.choices))
      }
    }
    return (ranges.isEmpty ? nil : ranges, types.isEmpty ? nil : types)
  }
}

extension PagePlan {
  mutating func carryOut(_ step: FillStep) throws(DocumentError) {
    for (range, node) in step.places {
      for pfn in range {
        guard layout.isPresent(pfn) else {
          throw node.error("page 0x\(String(pfn, radix: 16)) lies outside every zone", "give pages of a zone")
        }
        guard step.work.applies(to: self[pfn]) else {
          throw node.error(
            "page 0x\(String(pfn, radix: 16)) \(step.work.objection)",
            "give another page, or another order of steps")
        }
        self[pfn] = step.work.done(to: self[pfn])
      }
    }
    guard let (amount, node) = step.amount else { return }
    let area = pages(in: step)
    let wanted =
      switch amount {
      case .pages(let count): count
      case .share(let share): Int((share * Double(area.count)).rounded())
      }
    var open = area.filter { step.work.applies(to: self[$0]) }
    if step.pattern == .half {
      let pageblock = 1 << layout.scale.pageblockOrder
      open = open.filter { $0 % pageblock < pageblock / 2 }
    }
    guard wanted <= open.count else {
      throw node.error(
        "this asks for \(wanted) pages, but \(open.count) are left", "ask for fewer, or for less before")
    }
    var random = SeededGenerator(seed: step.seed)
    for pfn in random.draw(wanted, from: open, step.pattern) { self[pfn] = step.work.done(to: self[pfn]) }
  }

  /// The present pages among which a step draws.
  private func pages(in step: FillStep) -> [Pfn] {
    layout.zones.flatMap(\.ranges).flatMap { $0 }.filter { pfn in
      (step.ranges?.contains { $0.contains(pfn) } ?? true)
        && (step.types?.contains(type(ofPageblockAt: pfn)) ?? true)
    }
  }
}

extension FillStep.Work {
  fileprivate func applies(to page: PlannedPage) -> Bool {
    if case .use = self { return page == .vacant }
    return page.isProgramPage && done(to: page) != page
  }

  fileprivate func done(to page: PlannedPage) -> PlannedPage {
    switch self {
    case .use(let kind): PlannedPage(kind)
    case .pin: page.pinned
    case .makeUnevictable: page.unevictable
    case .makeDirty: page.dirty
    case .writeBack: page.writeback
    }
  }

  fileprivate var objection: String {
    if case .use = self { "is in use already" } else { "is not a program’s, or is marked so already" }
  }
}

extension SeededGenerator {
  fileprivate mutating func draw(_ count: Int, from pages: [Pfn], _ pattern: FillStep.Pattern) -> [Pfn] {
    switch pattern {
    case .even: return (0..<count).map { pages[$0 * pages.count / count] }
    case .runs(let mean): return pick(count, from: pages, run: mean)
    case .random, .half:
      var shuffled = pages
      shuffle(&shuffled)
      return Array(shuffled.prefix(count))
    }
  }
}
