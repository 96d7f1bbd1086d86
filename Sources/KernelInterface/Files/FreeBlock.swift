/// A block of free pages: 1 << order pages from `pfn` on.
public struct FreeBlock: Equatable, Sendable {
  public var pfn: Int
  public var order: Int

  public init(pfn: Int, order: Int) {
    self.pfn = pfn
    self.order = order
  }

  /// The largest naturally aligned block that begins at `pfn` and ends at `end` or before.
  static func largest(at pfn: Int, before end: Int, maxOrder: Int) -> FreeBlock {
    let alignment = pfn == 0 ? maxOrder : pfn.trailingZeroBitCount
    let size = Int.bitWidth - 1 - (end - pfn).leadingZeroBitCount
    return FreeBlock(pfn: pfn, order: min(alignment, size, maxOrder))
  }
}
