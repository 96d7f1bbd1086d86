/// Room beside a board: addresses and the migrate scanner's pill on the left; the other pill and names
/// of regions on the right.
struct BoardMargins {
  var left: Float
  var right: Float

  /// Names of regions get room for so many em.
  private static let widestName: Float = 7

  init(_ map: BoardMap, setter: Typesetter, unit: Float) {
    let gap = max((12 * unit).rounded(), 4)
    left = max(setter.pillWidth(setter.words(Scanner.migrate.key)), setter.width("00.00 GiB")) + gap
    let names = map.regions.filter { !($0.isReserved && setter.type.isPresenting) }.flatMap {
      [setter.width($0.name, .label, .sansSemiBold), setter.width($0.detail)]
    }
    let widest = min(names.max() ?? 0, setter.type.size(.label, .sans) * Self.widestName)
    right = max(setter.pillWidth(setter.words(Scanner.free.key)), widest + (8 * unit).rounded()) + gap
  }
}
