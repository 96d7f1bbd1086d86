/// Finds out which items two lists have in common in the same order. It need not find all of them, only
/// the usual: equal ends, items that changed in place, a few that came or went.
struct ListComparison {
  private let old: [DrawList.Item]
  private let new: [DrawList.Item]
  /// How far ahead a lost match is looked for.
  private static let reach = 16
  /// How many comparisons that may cost altogether: what differs more than that is painted in less time than
  /// it is compared.
  private var comparisonsLeft = 20_000

  /// Where the equal beginning of both ends, and where the equal end of each begins.
  private let start: Int
  private let oldEnd: Int
  private let newEnd: Int

  init(_ old: [DrawList.Item], _ new: [DrawList.Item]) {
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > 0 && newEnd > 0 && old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    var start = 0
    while start < min(oldEnd, newEnd) && old[start] == new[start] { start += 1 }
    (self.old, self.new) = (old, new)
    (self.start, self.oldEnd, self.newEnd) = (start, oldEnd, newEnd)
  }

  /// Calls `removed` with the indices of old items that the new list has not, and `added` the other
  /// way round. An item that changed is removed and added.
  mutating func forEachDifference(removed: (Int) -> Void, added: (Int) -> Void) {
    var (i, j) = (start, start)
    while i < oldEnd && j < newEnd && comparisonsLeft > 0 {
      if old[i] == new[j] {
        i += 1
        j += 1
      } else if let (gone, come) = nextMatch(i, j) {
        for k in 0..<gone { removed(i + k) }
        for k in 0..<come { added(j + k) }
        i += gone
        j += come
      } else {
        removed(i)
        added(j)
        i += 1
        j += 1
      }
    }
    while i < oldEnd {
      removed(i)
      i += 1
    }
    while j < newEnd {
      added(j)
      j += 1
    }
  }

  /// The items that are to be compared one by one would nearly all be found to differ, as when a view has
  /// moved: then only equal ends are worth looking for. Judged by a sample, and of long lists only.
  func differsThroughout() -> (removed: Range<Int>, added: Range<Int>)? {
    let (gone, come) = (oldEnd - start, newEnd - start)
    guard min(gone, come) >= Self.long else { return nil }
    let samples = 32
    let equal = (0..<samples).count { sample in
      let offset = min(gone, come) * sample / samples
      return old[start + offset] == new[start + offset]
        || old[oldEnd - 1 - offset] == new[newEnd - 1 - offset]
    }
    return equal * 4 < samples ? (start..<oldEnd, start..<newEnd) : nil
  }

  /// Shorter lists are compared in no time.
  private static let long = 2000

  /// The nearest place where the lists agree again after one of them skips some items.
  private mutating func nextMatch(_ i: Int, _ j: Int) -> (gone: Int, come: Int)? {
    // The next pair agrees: this one changed in place.
    if i + 1 < oldEnd && j + 1 < newEnd && old[i + 1] == new[j + 1] { return (1, 1) }
    for skip in 1...Self.reach where comparisonsLeft > 0 {
      comparisonsLeft -= 2
      if j + skip < newEnd && old[i] == new[j + skip] { return (0, skip) }
      if i + skip < oldEnd && old[i + skip] == new[j] { return (skip, 0) }
    }
    return nil
  }
}
