import Simulation

/// A pageblock in a few numbers: what a cell of the board shows.
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
    if let order = Self.order(ofFreeBlockAround: pfn, in: memory) {
      free = UInt16(1 << memory.scale.pageblockOrder)
      present = free
      largestFree = Int8(order)
      return
    }
    let end = min(pfn + 1 << memory.scale.pageblockOrder, memory.end)
    var page = pfn
    while page < end {
      let frame = memory.frame(at: page)
      if frame.place == .buddy {
        let pages = 1 << frame.order
        free += UInt16(pages)
        largestFree = max(largestFree, Int8(frame.order))
        page += pages
        continue
      }
      switch frame.kind {
      case .hole, .unavailable: break
      case .free:
        free += 1
        largestFree = max(largestFree, 0)
      case .reserved: reserved += 1
      case .kernel, .slab, .pageTable, .hugetlb: cannotMove += 1
      case .anonymous, .file, .shmem, .movableOps:
        if frame.flags.contains(.pinned) { cannotMove += 1 } else { canMove += 1 }
      }
      page += 1
    }
    present = free + canMove + cannotMove + reserved
  }

  /// The order of the free block that is larger than a pageblock and fills the one at `pfn`.
  private static func order(ofFreeBlockAround pfn: Pfn, in memory: Memory) -> Order? {
    let scale = memory.scale
    for order in (scale.pageblockOrder..<scale.maxOrder).map({ $0 + 1 }) {
      let head = (pfn >> order) << order
      guard memory.contains(head) else { continue }
      let frame = memory.frame(at: head)
      if frame.place == .buddy, frame.order == order { return order }
    }
    return nil
  }

  /// Adds another pageblock that shares the cell: pages add up, the larger free block counts.
  mutating func add(_ other: PageblockSummary) {
    present &+= other.present
    free &+= other.free
    canMove &+= other.canMove
    cannotMove &+= other.cannotMove
    reserved &+= other.reserved
    largestFree = max(largestFree, other.largestFree)
    if migratetype == .movable { migratetype = other.migratetype }
  }
}
