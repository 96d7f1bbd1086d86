/// Finds what a mistyped word was meant to be.
public enum Spelling {
  /// Bytes of a word that could be one of ours.
  private static let longest = 100

  /// The word of `known` nearest to `word`, if it is near enough to be what was meant: at most one
  /// slip in three letters, two in a short word.
  public static func nearest(to word: String, among known: [String]) -> String? {
    guard word.utf8.count <= longest else { return nil }
    let best = known.map { (name: $0, slips: distance(word, $0)) }.min { $0.slips < $1.slips }
    guard let best, best.slips <= max(2, word.count / 3), best.slips < best.name.count else { return nil }
    return best.name
  }

  /// How many letters must be added, taken away, changed or swapped with their neighbour to turn one
  /// word into the other.
  static func distance(_ first: String, _ second: String) -> Int {
    let a = Array(first.lowercased())
    let b = Array(second.lowercased())
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var slips = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { slips = min(slips, beforeLast[j - 1] + 1) }
        row.append(slips)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
