/// A pageblock in a few numbers: what becomes of its pages when it is compacted.
public struct PageblockSummary: Equatable, Sendable {
  /// Pages of the block that are there at all.
  public var present: UInt16 = 0
  public var free: UInt16 = 0
  public var canMove: UInt16 = 0
  public var cannotMove: UInt16 = 0
  public var reserved: UInt16 = 0
  /// Order of the largest free block; −1 when nothing is free.
  public var largestFree: Int8 = -1
  public var migratetype: Migratetype = .movable

  public init() {}

  /// Counts the pages of the pageblock that starts at `pfn`.
  public init(of memory: Memory, at pfn: Pfn) {
    migratetype = memory.migratetype(ofPageblockAt: pfn)
    let pages = memory.scale.pageblockPages
    if let block = memory.freeBlock(holding: pfn), block.order > memory.scale.pageblockOrder {
      free = UInt16(pages)
      present = free
      largestFree = Int8(block.order)
      return
    }
    let end = min(pfn + pages, memory.end)
    var tally = Tally()
    var page = pfn
    while page < end {
      let frame = memory.frame(at: page)
      if frame.isBuddy {
        free += UInt16(frame.order.pages)
        largestFree = max(largestFree, Int8(frame.order))
        page += frame.order.pages
      } else {
        tally.add(frame)
        page += 1
      }
    }
    if tally[.free] > 0 { largestFree = max(largestFree, 0) }
    free += tally[.free]
    canMove = tally[.canMove]
    cannotMove = tally[.cannotMove]
    reserved = tally[.reserved]
    present = free + canMove + cannotMove + reserved
  }

  /// Adds another pageblock that shares the cell: pages add up, the larger free block counts.
  public mutating func add(_ other: PageblockSummary) {
    present &+= other.present
    free &+= other.free
    canMove &+= other.canMove
    cannotMove &+= other.cannotMove
    reserved &+= other.reserved
    largestFree = max(largestFree, other.largestFree)
    if migratetype == .movable { migratetype = other.migratetype }
  }
}

/// Counts of pages, four in a word: a machine's millions of pages are counted while somebody waits.
private struct Tally {
  private var counts: UInt64 = 0
  /// At hand, so that nothing is called for a page.
  private let units = Tally.units

  /// The place of a count in the word, in bits.
  enum Count: UInt64 {
    case free = 0
    case canMove = 16
    case cannotMove = 32
    case reserved = 48
  }

  subscript(_ count: Count) -> UInt16 { UInt16(truncatingIfNeeded: counts >> count.rawValue) }

  /// Counts a page that is in no free block.
  @inline(__always) mutating func add(_ frame: Frame) { counts &+= units[Self.index(of: frame)] }

  @inline(__always) private static func index(of frame: Frame) -> Int {
    Int(frame.bits & Frame.kindMask) | (frame.has(.pinned) ? 16 : 0)
  }

  /// What each kind of page adds, pinned or not.
  private static let units: [UInt64] = {
    var units = [UInt64](repeating: 0, count: 32)
    for kind in PageKind.allCases {
      for flags in [[], .pinned] as [PageFlags] {
        let frame = Frame(kind, flags)
        units[index(of: frame)] = count(of: frame).map { 1 << $0.rawValue } ?? 0
      }
    }
    return units
  }()

  /// Nil where there is no page.
  private static func count(of frame: Frame) -> Count? {
    switch frame.kind {
    case .hole, .unavailable: nil
    case .free: .free
    case .reserved: .reserved
    case .kernel, .slab, .pageTable, .hugetlb: .cannotMove
    case .anonymous, .file, .shmem, .movableOps: frame.has(.pinned) ? .cannotMove : .canMove
    }
  }
}
