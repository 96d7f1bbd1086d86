import Simulation

/// A pageblock page by page, as it is seen where a board is looked at closely.
public struct PageblockDetail: Equatable, Sendable {
  public var pageblock: PageMap.Pageblock
  public var runs: [PageMap.Run]
  public init(pageblock: PageMap.Pageblock, runs: [PageMap.Run]) {
    self.pageblock = pageblock
    self.runs = runs
  }
}
