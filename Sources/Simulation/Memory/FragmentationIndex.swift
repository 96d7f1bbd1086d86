/// How a zone's free memory is cut up: the three figures the kernel takes from its counts of free
/// blocks (model 8.2 to 8.4). Values are thousandths, the score is percent.
public struct FreeBlockCounts: Equatable, Sendable {
  /// Free blocks of each order.
  public var blocks: [Int]
  public init(_ blocks: [Int]) { self.blocks = blocks }

  /// Free pages.
  public var pages: Int { blocks.enumerated().reduce(0) { $0 + $1.element << $1.offset } }
  /// Blocks of `order` that could be taken from free blocks as they are.
  func suitable(_ order: Order) -> Int {
    blocks.enumerated().reduce(0) { $1.offset < order ? $0 : $0 + $1.element << ($1.offset - order) }
  }

  /// Why a request of `order` would fail: towards 1000 for fragmentation, towards 0 for lack of memory;
  /// −1000 where it would not fail (`fragmentation_index`, and `extfrag_index` of debugfs).
  public func fragmentationIndex(_ order: Order) -> Int {
    let count = blocks.reduce(0, +)
    guard count > 0 else { return 0 }
    guard suitable(order) == 0 else { return -1000 }
    return 1000 - (1000 + pages * 1000 / order.pages) / count
  }

  /// Share of the free memory that is of no use to a request of `order` (`unusable_free_index`).
  public func unusableIndex(_ order: Order) -> Int {
    guard pages > 0 else { return 1000 }
    return (pages - suitable(order) << order) * 1000 / pages
  }

  /// Percent of the free memory outside of free huge pages (`extfrag_for_order`, the zone's score).
  public func score(hugeOrder: Order) -> Int {
    guard pages > 0 else { return 0 }
    return (pages - suitable(hugeOrder) << hugeOrder) * 100 / pages
  }
}
