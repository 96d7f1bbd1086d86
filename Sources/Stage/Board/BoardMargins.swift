import Canvas

/// Room beside a board: addresses and the migrate scanner's pill on the left; the other pill and names
/// of regions on the right.
struct BoardMargins {
  var left: Float
  var right: Float

  init(setter: Typesetter, unit: Float) {
    let gap = max((12 * unit).rounded(), 4)
    left = max(setter.pillWidth(setter.words(Scanner.migrate.key)), setter.width("00.00 GiB")) + gap
    right = setter.pillWidth(setter.words(Scanner.free.key)) + gap
  }
}
