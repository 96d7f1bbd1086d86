extension Playhead {
  /// When scanners came to a pageblock in this run, and what they made of it: before the present step and
  /// after it. `from` and `to` are its first page.
  public func pageblockHistory(of pfn: Pfn) -> [PageHistoryEntry] {
    let start = pfn.start(ofOrder: memory.scale.pageblockOrder)
    let pages = start..<start + memory.scale.pageblockPages
    var earlier: [PageHistoryEntry] = []
    var later: [PageHistoryEntry] = []
    func note(_ step: Int, _ change: Change, _ entries: inout [PageHistoryEntry]) {
      guard change.rule.isVerdictOnPageblock, pages.contains(Int(change.frame)) else { return }
      entries.append(PageHistoryEntry(step: step, rule: change.rule, from: start, to: start))
    }
    walk(forward: false) { note($0, $1, &earlier) }
    walk(forward: true) { note($0, $1, &later) }
    return earlier.reversed() + later
  }
}

extension Rule {
  /// Whether a scanner enters a whole pageblock with it, or turns it down.
  fileprivate var isVerdictOnPageblock: Bool {
    switch self {
    case .migrateEntersBlock, .migrateHonoursSkipHint, .migrateRefusesBlock, .migrateMeetsHole,
      .migrateSkipsHugeBlock, .migrateFastFinds, .rescansBlock, .leavesMarkedBlock, .freeEntersBlock,
      .freeHonoursSkipHint, .freeRefusesBlock, .freeMeetsHole, .claimsPageblock:
      true
    default: false
    }
  }
}
