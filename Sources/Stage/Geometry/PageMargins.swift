/// Room beside a page map: addresses and the migrate scanner's pill on the left, the other one's on the
/// right.
struct PageMargins {
  var left: Float
  var right: Float

  /// - Parameter isBeside: whether another map stands beside it, so that room is short.
  init(_ map: PageMap, setter: Typesetter, unit: Float, isBeside: Bool = false) {
    let gap = max((14 * unit).rounded(), 4)
    guard !setter.type.isPresenting else {
      left = setter.pillWidth(setter.words(Scanner.migrate.key)) + max((2 * unit).rounded(), 1)
      // What a step did stands there as well, in letters that the room can read.
      let verdicts = setter.words.entries.keys.filter { $0.hasPrefix("mark.") }
      let widest =
        verdicts.map { setter.width(setter.words($0, ["order": 5]), .label, .sansSemiBold) }.max() ?? 0
      right =
        max(setter.pillWidth(setter.words(Scanner.free.key)), widest + max((4 * unit).rounded(), 1))
        + max((6 * unit).rounded(), 1)
      return
    }
    let first = setter.words.numerals.pfn(map.range.lowerBound)
    let last = setter.words.numerals.pfn(map.range.upperBound - 1)
    left = max(setter.pillWidth(setter.words(Scanner.migrate.key)), setter.width(first, .label, .mono) + gap)
    right =
      isBeside
      ? setter.pillWidth(setter.words(Scanner.free.key)) + gap
      : max(setter.pillWidth(setter.words(Scanner.free.key)), setter.width(last, .label, .mono)) + gap
  }
}
