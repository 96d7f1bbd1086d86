import Simulation

/// Where a scanner is.
public struct ScannerPosition: Equatable, Sendable {
  /// The page it looks at next; that may be the one behind its pageblock's last.
  public var pfn: Pfn
  /// First page of the pageblock it is in.
  public var pageblock: Pfn

  public init(pfn: Pfn, pageblock: Pfn) {
    self.pfn = pfn
    self.pageblock = pageblock
  }
}

extension ScannerPosition {
  /// Where the migrate scanner is, as far as a memory and the step just made tell; nil before the first
  /// run.
  public static func migrate(in memory: Memory, after facts: StepFacts?) -> ScannerPosition? {
    guard memory[.migratePfn] != 0 else { return nil }
    let next = max(memory[.migratePfn], memory[.migrateCursor])
    guard let facts, facts.rule.phase == .isolate else { return behind(next, memory) }
    switch facts.rule {
    case .migrateEntersBlock: return at(facts.pfn, memory)
    case .migrateHonoursSkipHint, .migrateRefusesBlock, .migrateMeetsHole, .migrateSkipsHugeBlock:
      return at(facts.pfn, memory)
    default: return behind(next, memory)
    }
  }

  /// Where the free scanner is; it goes down from pageblock to pageblock, but up inside of each.
  public static func free(in memory: Memory, after facts: StepFacts?) -> ScannerPosition? {
    guard memory[.freePfn] != 0 else { return nil }
    let (settled, next) = (memory[.freePfn], memory[.freeCursor])
    switch facts?.rule {
    case .freeEntersBlock, .freeHonoursSkipHint, .freeRefusesBlock, .freeMeetsHole:
      return at(facts?.pfn ?? settled, memory)
    default: return next > settled ? behind(next, memory) : at(next, memory)
    }
  }

  private static func at(_ pfn: Pfn, _ memory: Memory) -> ScannerPosition {
    let order = memory.scale.pageblockOrder
    return ScannerPosition(pfn: pfn, pageblock: (pfn >> order) << order)
  }

  /// In the pageblock of the page just looked at, the one before `next`.
  private static func behind(_ next: Pfn, _ memory: Memory) -> ScannerPosition {
    let order = memory.scale.pageblockOrder
    return ScannerPosition(pfn: next, pageblock: (max(next - 1, memory.base) >> order) << order)
  }
}
