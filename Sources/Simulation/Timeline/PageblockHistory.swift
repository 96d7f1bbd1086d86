extension Recording {
  /// When scanners came to a pageblock in the run, and what they made of it. `from` and `to` are its first
  /// page.
  /// - Parameter isCancelled: asked now and then; the story is worth nothing if it says so.
  public func pageblockHistory(
    of pfn: Pfn, scale: Scale, isCancelled: () -> Bool = { false }
  ) -> [PageHistoryEntry] {
    let start = pfn.start(ofOrder: scale.pageblockOrder)
    let pages = start..<start + scale.pageblockPages
    var entries: [PageHistoryEntry] = []
    walk(from: 0, forward: true, isCancelled: isCancelled) { step, change in
      guard pages.contains(Int(change.frame)), change.rule.meaning.traits.contains(.pageblockHistory)
      else { return }
      entries.append(PageHistoryEntry(step: step, rule: change.rule, from: start, to: start))
    }
    return entries
  }
}
