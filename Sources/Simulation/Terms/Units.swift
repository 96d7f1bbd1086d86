/// A page frame number: a physical address divided by the page size. Never 0 inside a zone (model 4.2).
public typealias Pfn = Int

/// The binary logarithm of a block's size in pages.
public typealias Order = Int

extension Int {
  /// Pages in a block of this order.
  @inline(__always) var pages: Int { 1 &<< self }

  /// The order of the smallest block that has so many pages.
  var coveringOrder: Order { self <= 1 ? 0 : Int.bitWidth - (self - 1).leadingZeroBitCount }

  /// The first pfn of the naturally aligned block of `order` that holds this pfn.
  @inline(__always) public func start(ofOrder order: Order) -> Pfn { self & ~((1 &<< order) &- 1) }

  /// Whether this pfn is the first of a naturally aligned block of `order`.
  @inline(__always) func isAligned(toOrder order: Order) -> Bool { self & ((1 &<< order) &- 1) == 0 }
}
