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
  /// - Parameter read: what the run knows of itself, at the moment asked about.
  public static func migrate(
    in memory: Memory, after step: Step?, _ read: (ControlField) -> Int
  ) -> ScannerPosition? {
    guard read(.migratePfn) != 0 else { return nil }
    return entered(by: .migrateScanner, step, memory)
      ?? behind(max(read(.migratePfn), read(.migrateCursor)), memory)
  }

  /// Where the free scanner is; it goes down from pageblock to pageblock, but up inside of each.
  /// - Parameter read: what the run knows of itself, at the moment asked about.
  public static func free(
    in memory: Memory, after step: Step?, _ read: (ControlField) -> Int
  ) -> ScannerPosition? {
    guard read(.freePfn) != 0 else { return nil }
    let (settled, next) = (read(.freePfn), read(.freeCursor))
    return entered(by: .freeScanner, step, memory)
      ?? (next > settled ? behind(next, memory) : at(next, memory))
  }

  /// At the pageblock that a scanner has just come to, whether it enters it or turns it down.
  private static func entered(
    by actor: RuleMeaning.Actor, _ step: Step?, _ memory: Memory
  ) -> ScannerPosition? {
    guard let step, step.rule.meaning.actor == actor else { return nil }
    switch step.facts {
    case .pageblock(let pfn), .sourceBlock(let pfn, _), .targetBlock(let pfn, _): return at(pfn, memory)
    default: return nil
    }
  }

  private static func at(_ pfn: Pfn, _ memory: Memory) -> ScannerPosition {
    ScannerPosition(pfn: pfn, pageblock: pfn.start(ofOrder: memory.scale.pageblockOrder))
  }

  /// In the pageblock of the page just looked at, the one before `next`.
  private static func behind(_ next: Pfn, _ memory: Memory) -> ScannerPosition {
    ScannerPosition(
      pfn: next, pageblock: max(next - 1, memory.base).start(ofOrder: memory.scale.pageblockOrder))
  }
}
