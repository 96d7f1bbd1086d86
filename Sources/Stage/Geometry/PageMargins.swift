/// Room beside a page map: addresses on the left, then the migrate scanner's pill; the other one's on the right.
struct PageMargins {
  var left: Float
  var right: Float
  /// What of the left one the pill takes.
  var pill: Float

  /// - Parameter beside: the width of a map that stands beside another one; it goes without addresses where they
  ///   would leave no room for two columns.
  init(_ map: PageMap, setter: Typesetter, unit: Float, beside: Float? = nil) {
    let gap = max((14 * unit).rounded(), 4)
    let migrate = setter.pillWidth(setter.words(Scanner.migrate.key), isTight: beside != nil)
    let free = setter.pillWidth(setter.words(Scanner.free.key), isTight: beside != nil)
    guard !setter.type.isPresenting else {
      pill = migrate + max((2 * unit).rounded(), 1)
      left = pill
      // What a step did stands there as well, in letters that the room can read.
      let verdicts = setter.words.entries.keys.filter { $0.hasPrefix("mark.") }
      let widest =
        verdicts.map { setter.width(setter.words($0, ["order": 5]), .label, .sansSemiBold) }.max() ?? 0
      right =
        (max(free, widest + max((14 * unit).rounded(), 1)) + max((6 * unit).rounded(), 1)).rounded(.up)
      return
    }
    let addresses = map.stretches.map { setter.width(String($0.upperBound - 1, radix: 16), .label, .mono) }
    let address = ((addresses.max() ?? 0) + gap).rounded(.up)
    pill = migrate + gap
    left = pill + address
    right = free + gap
    if let beside {
      pill = migrate + max((2 * unit).rounded(), 1)
      (left, right) = (pill + address, free + max((6 * unit).rounded(), 1))
      let em = setter.type.size(.label, .sans) / setter.type.textScale
      let least = PageGeometry.leastWidth(em: em, unit: unit, isBeside: true)
      if left + right + least > beside { left = pill }
      return
    }
    let ends = [map.runRange.lowerBound, map.runRange.upperBound - 1].map {
      (setter.width(setter.words.numerals.pfn($0), .label, .mono) + gap).rounded(.up)
    }
    left = max(left, ends[0])
    right = max(right, ends[1])
  }
}
