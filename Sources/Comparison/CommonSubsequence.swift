/// How much of one sequence is found in another, in order.
enum CommonSubsequence {
  /// The length of the longest common subsequence, 64 places of `second` at a time: a zero in
  /// `unmatched` marks each place where the length of the best match grows.
  static func length<Element: Hashable>(_ first: [Element], _ second: [Element]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var places: [Element: [Int]] = [:]
    for (index, element) in second.enumerated() { places[element, default: []].append(index) }
    let words = (second.count + 63) / 64
    var unmatched = [UInt64](repeating: .max, count: words)
    var matches = [UInt64](repeating: 0, count: words)
    for element in first {
      guard let here = places[element] else { continue }
      for place in here { matches[place >> 6] |= 1 << UInt64(place & 63) }
      var carry: UInt64 = 0
      for word in 0..<words {
        let match = unmatched[word] & matches[word]
        let (partial, overflow) = unmatched[word].addingReportingOverflow(match)
        let (sum, carried) = partial.addingReportingOverflow(carry)
        carry = overflow || carried ? 1 : 0
        unmatched[word] = sum | (unmatched[word] & ~match)
      }
      for place in here { matches[place >> 6] = 0 }
    }
    return (0..<second.count).reduce(0) { $0 + Int(~unmatched[$1 >> 6] >> UInt64($1 & 63) & 1) }
  }

  /// How many elements agree from the start.
  static func prefix<Element: Equatable>(_ first: [Element], _ second: [Element]) -> Int {
    zip(first, second).enumerated().first { $1.0 != $1.1 }?.offset ?? min(first.count, second.count)
  }
}
