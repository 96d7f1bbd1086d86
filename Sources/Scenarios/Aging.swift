import Simulation

/// Carries out a recipe on a plan in which what was taken at boot is marked and CMA pageblocks are
/// typed. Zone by zone: large free blocks find their places first and type their pageblocks; the other
/// pageblocks are typed in runs; smaller free blocks are scattered over the pageblocks of their type,
/// never beside their own buddy, with which they would merge; what is still vacant is in use.
struct Aging {
  private let recipe: Recipe
  private var plan: PagePlan
  private var random: SeededGenerator
  private let pageblockOrder: Order
  private let maxOrder: Order

  static func age(_ plan: PagePlan, by recipe: Recipe) -> PagePlan {
    var aging = Aging(recipe: recipe, plan: plan)
    for zone in plan.layout.zones { aging.age(zone) }
    return aging.plan
  }

  private init(recipe: Recipe, plan: PagePlan) {
    self.recipe = recipe
    self.plan = plan
    random = SeededGenerator(seed: recipe.seed)
    pageblockOrder = plan.layout.scale.pageblockOrder
    maxOrder = plan.layout.scale.maxOrder
  }

  private mutating func age(_ zone: ZoneLayout) {
    guard let measured = recipe.zones.first(where: { $0.name == zone.name }) else { return }
    let factor = Double(zone.managed) / Double(measured.managed)
    func scaled(_ count: Int) -> Int { Int((Double(count) * factor).rounded()) }
    let wanted = measured.free.mapValues { $0.map(scaled) }
    var typed: Set<Int> = []

    for type in Migratetype.allCases {
      for order in stride(from: maxOrder, through: pageblockOrder, by: -1) {
        placeLargeBlocks(wanted[type]?[order] ?? 0, order: order, type: type, in: zone, typed: &typed)
      }
    }
    for type in [Migratetype.unmovable, .reclaimable] {
      let pages = plan.freeBlocks.reduce(0) { sum, block in
        block.type == type && zone.start..<zone.end ~= block.pfn ? sum + 1 << block.order : sum
      }
      let left = scaled(measured.pageblocks[type] ?? 0) - pages >> pageblockOrder
      typePageblocks(left, type, in: zone, typed: &typed)
    }
    for type in Migratetype.allCases {
      let starts = vacantPageblocks(of: type, in: zone)
      for order in stride(from: pageblockOrder - 1, through: 0, by: -1) {
        scatter(wanted[type]?[order] ?? 0, order: order, type: type, over: starts)
      }
    }
    for range in zone.ranges { fill(range) }
  }

  // MARK: Free blocks of a pageblock and more

  /// Places free blocks that cover whole pageblocks, those of the largest order in runs.
  private mutating func placeLargeBlocks(
    _ count: Int, order: Order, type: Migratetype, in zone: ZoneLayout, typed: inout Set<Int>
  ) {
    guard count > 0 else { return }
    let size = 1 << order
    var starts: [Pfn] = []
    for range in zone.ranges {
      let first = (range.lowerBound + size - 1) / size * size
      for pfn in stride(from: first, through: range.upperBound + 1 - size, by: size)
      where isOpen(pfn, order: order, to: type, typed: typed) { starts.append(pfn) }
    }
    for pfn in random.pick(count, from: starts, run: order == maxOrder ? recipe.largestFreeRun : 1) {
      // A smaller pick may have taken the buddy meanwhile.
      guard isOpen(pfn, order: order, to: type, typed: typed) else { continue }
      plan.addFreeBlock(at: pfn, order: order, type: type)
      for pageblock in stride(from: pfn, to: pfn + size, by: 1 << pageblockOrder) {
        plan.set(type, pageblockAt: pageblock)
        typed.insert(pageblock)
      }
    }
  }

  /// Whether a free block may stand at `pfn`: all vacant, in pageblocks that are or may become `type`,
  /// its buddy not free too.
  private func isOpen(_ pfn: Pfn, order: Order, to type: Migratetype, typed: Set<Int>) -> Bool {
    let size = 1 << order
    guard plan.holds(pfn..<(pfn + size), .vacant) else { return false }
    for pageblock in stride(from: pfn, to: pfn + size, by: 1 << pageblockOrder) {
      let isCMA = plan.type(ofPageblockAt: pageblock) == .cma
      if isCMA != (type == .cma) || typed.contains(pageblock) { return false }
    }
    return order == maxOrder || plan[pfn ^ size] != .free
  }

  // MARK: Pageblock types

  private mutating func typePageblocks(
    _ count: Int, _ type: Migratetype, in zone: ZoneLayout, typed: inout Set<Int>
  ) {
    guard count > 0 else { return }
    let starts = vacantPageblocks(of: .movable, in: zone).filter { !typed.contains($0) }
    for pfn in random.pick(count, from: starts, run: recipe.pageblockRuns[type] ?? 1) {
      plan.set(type, pageblockAt: pfn)
      typed.insert(pfn)
    }
  }

  /// First pages of the whole pageblocks of a type whose first page is vacant.
  private func vacantPageblocks(of type: Migratetype, in zone: ZoneLayout) -> [Pfn] {
    let size = 1 << pageblockOrder
    return zone.ranges.flatMap { range in
      stride(
        from: (range.lowerBound + size - 1) / size * size, through: range.upperBound + 1 - size, by: size
      ).filter { plan[$0] == .vacant && plan.type(ofPageblockAt: $0) == type }
    }
  }

  // MARK: Smaller free blocks

  private mutating func scatter(_ count: Int, order: Order, type: Migratetype, over pageblocks: [Pfn]) {
    guard !pageblocks.isEmpty else { return }
    let slots = 1 << (pageblockOrder - order)
    for _ in 0..<count {
      guard
        let pfn = firstOpen(order: order, pageblocks: pageblocks, slots: slots)
      else { return }
      plan.addFreeBlock(at: pfn, order: order, type: type)
    }
  }

  /// A place for a free block: by chance, and if chance fails for long, the next one upwards.
  private mutating func firstOpen(order: Order, pageblocks: [Pfn], slots: Int) -> Pfn? {
    let places = pageblocks.count * slots
    func pfn(_ place: Int) -> Pfn { pageblocks[place / slots] + (place % slots) << order }
    for _ in 0..<64 {
      let candidate = pfn(random.below(places))
      if isOpen(candidate, order: order) { return candidate }
    }
    let start = random.below(places)
    return (0..<places).lazy.map { pfn((start + $0) % places) }.first { isOpen($0, order: order) }
  }

  private func isOpen(_ pfn: Pfn, order: Order) -> Bool {
    let size = 1 << order
    return plan.holds(pfn..<(pfn + size), .vacant) && plan[pfn ^ size] != .free
  }

  // MARK: Pages in use

  private mutating func fill(_ range: ClosedRange<Pfn>) {
    let wheels = Migratetype.allCases.map { Wheel(recipe.used[$0] ?? [], pinned: recipe.pinned) }
    var random = self.random
    plan.fillVacant(in: range) { wheels[Int($0.rawValue)].spin(&random) }
    self.random = random
  }
}

/// Draws runs of pages so that each filling gets its share of the pages.
private struct Wheel {
  /// Upper ends of the fillings' parts of a unit circle: a longer run is drawn less often.
  private let ends: [Double]
  private let pages: [PlannedPage]
  private let runs: [Int]
  /// How often, of 2^32, a page that can move is pinned.
  private let pinned: UInt64

  init(_ fillings: [Recipe.Filling], pinned: Double) {
    let weights = fillings.map { $0.share / Double($0.run) }
    let sum = weights.reduce(0, +)
    var end = 0.0
    ends = weights.map { weight in
      end += weight / sum
      return end
    }
    pages = fillings.map { PlannedPage($0.kind) }
    runs = fillings.map(\.run)
    self.pinned = UInt64(pinned * 0x1p32)
  }

  /// A page and for how many pages it holds.
  func spin(_ random: inout SeededGenerator) -> (PlannedPage, Int) {
    guard !ends.isEmpty else { return (PlannedPage(.kernel), 1) }
    let point = Double(random.next() >> 11) * 0x1p-53
    let index = ends.firstIndex { point < $0 } ?? ends.count - 1
    let length = random.length(mean: runs[index])
    let page = pages[index]
    // One page in so many is pinned: a run of that length is cut where such a page falls.
    if page.isProgramPage, random.next() >> 32 < pinned * UInt64(length) { return (page.pinned, 1) }
    return (page, length)
  }
}
