import Simulation

/// What every page of a machine is to hold, worked out before the memory is made: one byte a page, one
/// a pageblock, and the free blocks in the order in which they go on their lists.
struct PagePlan: Equatable, Sendable {
  /// A block for a free list.
  struct FreeBlock: Equatable, Sendable {
    var pfn: Pfn
    var order: Order
    var type: Migratetype
  }

  private(set) var layout: MachineLayout
  /// The first pfn planned for: that of a largest block.
  let base: Pfn
  /// Behind the last.
  let end: Pfn
  private(set) var pages: [PlannedPage]
  private(set) var types: [Migratetype]
  private(set) var freeBlocks: [FreeBlock] = []
  /// Where they begin, by order.
  private var freeStarts: [Order: Set<Pfn>] = [:]

  /// Every present page vacant, every pageblock Movable.
  init(layout: MachineLayout) {
    self.layout = layout
    let largest = 1 << layout.scale.maxOrder
    base = layout.zones[0].start / largest * largest
    end = (layout.zones[layout.zones.count - 1].end + largest - 1) / largest * largest
    pages = Array(repeating: .hole, count: end - base)
    types = Array(repeating: .movable, count: (end - base) >> layout.scale.pageblockOrder)
    for range in layout.zones.flatMap(\.ranges) { set(range, .vacant) }
  }

  subscript(pfn: Pfn) -> PlannedPage {
    get { contains(pfn) ? pages[pfn - base] : .hole }
    set { pages[pfn - base] = newValue }
  }

  func contains(_ pfn: Pfn) -> Bool { pfn >= base && pfn < end }

  mutating func set(_ range: ClosedRange<Pfn>, _ page: PlannedPage) {
    let start = base
    pages.withUnsafeMutableBufferPointer { pages in
      for pfn in range { pages[pfn - start] = page }
    }
  }

  /// Whether all pages of `range` are `page`.
  func holds(_ range: Range<Pfn>, _ page: PlannedPage) -> Bool {
    guard range.lowerBound >= base, range.upperBound <= end else { return false }
    return pages.withUnsafeBufferPointer { pages in
      for pfn in range where pages[pfn - base] != page { return false }
      return true
    }
  }

  func type(ofPageblockAt pfn: Pfn) -> Migratetype { types[(pfn - base) >> layout.scale.pageblockOrder] }

  mutating func set(_ type: Migratetype, pageblockAt pfn: Pfn) {
    types[(pfn - base) >> layout.scale.pageblockOrder] = type
  }

  /// Lets each zone manage what was not taken at boot.
  mutating func countManaged() {
    for index in layout.zones.indices {
      let zone = layout.zones[index]
      layout.zones[index].managed = zone.ranges.reduce(0) { $0 + $1.count { self[$0] != .reserved } }
    }
  }

  mutating func addFreeBlock(at pfn: Pfn, order: Order, type: Migratetype) {
    set(pfn...(pfn + (1 << order) - 1), .free)
    freeBlocks.append(FreeBlock(pfn: pfn, order: order, type: type))
    freeStarts[order, default: []].insert(pfn)
  }

  func isFreeBlock(at pfn: Pfn, order: Order) -> Bool { freeStarts[order]?.contains(pfn) == true }

  /// Gives every vacant page of `range` what `next` says: a page and for how many vacant pages on end.
  mutating func fillVacant(in range: ClosedRange<Pfn>, _ next: (Migratetype) -> (PlannedPage, Int)) {
    let start = base
    let pageblockPages = 1 << layout.scale.pageblockOrder
    pages.withUnsafeMutableBufferPointer { pages in
      var pfn = range.lowerBound
      while pfn <= range.upperBound {
        let last = min(pfn / pageblockPages * pageblockPages + pageblockPages - 1, range.upperBound)
        let type = types[(pfn - start) >> layout.scale.pageblockOrder]
        var page = PlannedPage.vacant
        var left = 0
        for index in (pfn - start)...(last - start) where pages[index] == .vacant {
          if left == 0 { (page, left) = next(type) }
          pages[index] = page
          left -= 1
        }
        pfn = last + 1
      }
    }
  }
}

/// What one page is to hold, in a byte.
struct PlannedPage: Equatable, Sendable {
  let rawValue: UInt8

  static let hole = PlannedPage(rawValue: PageKind.hole.rawValue)
  /// Part of a free block.
  static let free = PlannedPage(rawValue: PageKind.free.rawValue)
  /// Present, nothing decided yet: free in the end.
  static let vacant = PlannedPage(rawValue: 0x0f)
  static let reserved = PlannedPage(.reserved)

  init(rawValue: UInt8) { self.rawValue = rawValue }
  init(_ kind: PageKind) { rawValue = kind.rawValue }

  private static let pinnedBit: UInt8 = 0x10
  private static let unevictableBit: UInt8 = 0x20
  private static let dirtyBit: UInt8 = 0x40
  private static let writebackBit: UInt8 = 0x80

  var pinned: PlannedPage { PlannedPage(rawValue: rawValue | PlannedPage.pinnedBit) }
  var unevictable: PlannedPage { PlannedPage(rawValue: rawValue | PlannedPage.unevictableBit) }
  var dirty: PlannedPage { PlannedPage(rawValue: rawValue | PlannedPage.dirtyBit) }
  var writeback: PlannedPage { PlannedPage(rawValue: rawValue | PlannedPage.writebackBit) }

  /// Nil for a vacant page.
  var kind: PageKind? { PageKind(rawValue: rawValue & 0x0f) }

  /// Whether a program uses the page, so that it can be pinned.
  var isProgramPage: Bool { kind?.isLRU ?? false }

  /// The flags that a page of this kind has, and those asked for.
  var flags: PageFlags {
    var flags: PageFlags =
      switch kind {
      case .anonymous, .shmem: [.lru, .swapBacked]
      case .file: .lru
      default: []
      }
    if rawValue & PlannedPage.pinnedBit != 0 { flags.insert(.pinned) }
    if rawValue & PlannedPage.unevictableBit != 0 { flags.insert(.unevictable) }
    if rawValue & PlannedPage.dirtyBit != 0 { flags.insert(.dirty) }
    if rawValue & PlannedPage.writebackBit != 0 { flags.insert(.writeback) }
    return flags
  }
}
