import Canvas

/// The colours of free blocks by order, the larger the stronger: straight lines in CIELCh through
/// three colours, the middle one two fifths of the way up.
public struct FreeScale: Equatable, Sendable {
  private let colors: [Color]

  /// Colours for the orders 0 to `orders` − 1.
  public init(first: Color, third: Color, last: Color, orders: Int) {
    let (low, middle, high) = (CIELab(LinearRGB(first)), CIELab(LinearRGB(third)), CIELab(LinearRGB(last)))
    let knee = 0.4
    colors = (0..<max(orders, 1)).map { order in
      let place = orders > 1 ? Double(order) / Double(orders - 1) : 1
      if place == 0 { return first }
      if place == 1 { return last }
      if place == knee { return third }
      return place < knee
        ? Self.mix(low, middle, place / knee) : Self.mix(middle, high, (place - knee) / (1 - knee))
    }
  }

  public var orders: Int { colors.count }

  /// The colour of a free block of `order`; the strongest one for anything larger.
  public subscript(order: Int) -> Color { colors[min(max(order, 0), colors.count - 1)] }

  /// A colour `share` of the way from `from` to `to`, the hue turning the shorter way round.
  private static func mix(_ from: CIELab, _ to: CIELab, _ share: Double) -> Color {
    var turn = to.hue - from.hue
    if turn > .pi { turn -= 2 * .pi }
    if turn < -.pi { turn += 2 * .pi }
    return CIELab(
      lightness: from.lightness + (to.lightness - from.lightness) * share,
      chroma: from.chroma + (to.chroma - from.chroma) * share,
      hue: from.hue + turn * share
    ).linear.color
  }
}
