/// All pageblocks of a memory in numbers, kept up to date: counted anew are only those that were touched.
/// A memory has one census at most.
public struct PageblockCensus: Sendable {
  /// By the pageblock's index from the memory's base.
  public private(set) var summaries: [PageblockSummary]

  /// Counts the whole memory, which takes a while on a board.
  public init(of memory: Memory) {
    let pages = memory.scale.pageblockPages
    let count = (memory.end - memory.base + pages - 1) / pages
    summaries = [PageblockSummary](repeating: PageblockSummary(), count: count)
    update(memory)
  }

  /// Counts those pageblocks anew in which anything has changed since the last time, and returns their indices.
  @discardableResult
  public mutating func update(_ memory: Memory) -> [Int] {
    let touched = memory.takeTouchedPageblocks()
    for index in touched {
      summaries[index] = PageblockSummary(of: memory, at: memory.base + index * memory.scale.pageblockPages)
    }
    return touched
  }

  /// How many of a zone's pageblocks hold a page that can’t move, or one that was reserved at boot.
  public func stuckPageblocks(in zone: Zone, of memory: Memory) -> Int {
    let pages = memory.scale.pageblockPages
    let first = (zone.start - memory.base) / pages
    let end = (zone.end - memory.base + pages - 1) / pages
    return summaries[first..<end].count { $0.cannotMove + $0.reserved > 0 }
  }
}
