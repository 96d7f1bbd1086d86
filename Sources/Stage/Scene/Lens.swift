import Simulation

/// One pageblock, page by page, beside the board.
public struct Lens: Equatable, Sendable {
  public var start: Pfn
  public var pageblock: PageMap.Pageblock
  public var runs: [PageMap.Run]
  public var pages: Int
  public var freePages: Int
  /// Free pages on per-CPU lists, which are in no free block.
  public var pagesOnCPULists = 0
  /// Order of its largest free block; nil when nothing is free.
  public var largestFree: Order?
  public var maxOrder: Order
  /// The page that the inspector is on, if it is on a single one.
  public var inspector: Pfn?
  /// Pages that are outlined, as on the map.
  public var marked: [Range<Pfn>] = []
  public init(
    start: Pfn, pageblock: PageMap.Pageblock, runs: [PageMap.Run], pages: Int, freePages: Int,
    largestFree: Order?, maxOrder: Order
  ) {
    self.start = start
    self.pageblock = pageblock
    self.runs = runs
    self.pages = pages
    self.freePages = freePages
    self.largestFree = largestFree
    self.maxOrder = maxOrder
  }
}
