import Simulation

/// A zone's pageblocks by what their free pages tell of when these came free. It is in no file; recorded free
/// lists show it, in much the same way on all machines.
struct FreeMemory {
  /// Wholly free pageblocks, ascending: most have been free since the machine started.
  private(set) var untouched: [Range<Pfn>] = []
  /// The free ends of pageblocks that untouched ones follow: what was left over when the last block was split
  /// that anything was handed out of.
  private(set) var remainders: [Range<Pfn>] = []
  /// Pageblocks with free pages and pages in use that lie by themselves: somebody gave a few pages back.
  private(set) var islands: [Range<Pfn>] = []
  /// The other pageblocks with free pages and pages in use, as they were filled: a large program gave back a
  /// part of its memory.
  private(set) var given: [Range<Pfn>] = []

  /// Pageblocks without free pages between two that still belong together, at the most.
  private static let longestGap = 8
  /// No more pageblocks than a block of the largest order has are an island.
  private static let islandSize = 2
  /// Pages of a section of memory, 128 MiB on arm64. Sections can have been handed out in another order than
  /// they lie in.
  private static let sectionPages = 1 << 15

  init(of zone: Zone, pageblockPages: Int, where isFree: (Pfn) -> Bool) {
    var groups: [[Range<Pfn>]] = []
    var start = zone.start & ~(pageblockPages - 1)
    while start < zone.end {
      let block = max(start, zone.start)..<min(start + pageblockPages, zone.end)
      start += pageblockPages
      let free = block.count(where: isFree)
      if free == block.count {
        if let below = groups.last?.last, below.upperBound == block.lowerBound {
          groups[groups.count - 1].removeLast()
          groups[groups.count - 1].append(cutRemainder(off: below, isFree))
        }
        untouched.append(block)
      } else if free > 0 {
        let gap = groups.last?.last.map { block.lowerBound - $0.upperBound } ?? .max
        if gap > FreeMemory.longestGap * pageblockPages { groups.append([]) }
        groups[groups.count - 1].append(block)
      }
    }
    islands = groups.filter { $0.count <= FreeMemory.islandSize }.flatMap(\.self)
    given = groups.filter { $0.count > FreeMemory.islandSize }.flatMap(\.self)
    moveLastSectionToEnd()
  }

  /// - Returns: the pageblock up to its last page that is in use.
  private mutating func cutRemainder(off block: Range<Pfn>, _ isFree: (Pfn) -> Bool) -> Range<Pfn> {
    guard let last = block.last(where: { !isFree($0) }), last + 1 < block.upperBound else { return block }
    remainders.append(last + 1..<block.upperBound)
    return block.lowerBound..<last + 1
  }

  /// The section that was being filled when memory sufficed, wherever it lies, was filled last: its end is
  /// untouched.
  private mutating func moveLastSectionToEnd() {
    func section(_ pfn: Pfn) -> Int { pfn / FreeMemory.sectionPages }
    let unfinished = Set(
      untouched.map(\.upperBound).filter { $0 % FreeMemory.sectionPages == 0 }.map { section($0) - 1 })
    guard let last = given.last(where: { unfinished.contains(section($0.lowerBound)) }) else { return }
    let filledLast = section(last.lowerBound)
    given =
      given.filter { section($0.lowerBound) != filledLast }
      + given.filter { section($0.lowerBound) == filledLast }
  }
}
