import Canvas

/// The figures of two branches below each other, and by how much they differ. What finds no room at the
/// right end is left out.
enum ComparisonPanel {
  private static func pitch(_ setter: Typesetter) -> Float {
    (setter.type.size(.label, .sans) * 1.4).rounded()
  }
  private static func edge(_ unit: Float) -> Float { max((9 * unit).rounded(), 4) }

  static func height(setter: Typesetter, unit: Float) -> Float { 4 * pitch(setter) + 2 * edge(unit) }

  static func draw(_ beside: Beside, in rect: Rect, with pen: inout Pen) {
    let theme = pen.theme
    pen.panel(rect)
    let body = rect.inset(x: PanelFrame.padding(pen.unit), y: edge(pen.unit))
    let branches = beside.isLeft ? [beside.other, beside.own] : [beside.own, beside.other]
    let names = branches.map(\.name) + [pen.words("branch.difference")]
    let rows = (0..<4).map { PanelFrame.row($0, of: 4, in: body) }
    var x = body.x
    for (index, name) in names.enumerated() {
      let isOwn = index < 2 && branches[index] == beside.own
      let width = pen.text(
        name, in: Rect(minX: body.x, minY: rows[index + 1].minY, maxX: body.maxX, maxY: rows[index + 1].maxY),
        pen.style(isOwn ? theme.goodNews : theme.text, .label, .sansSemiBold))
      x = max(x, body.x + width)
    }
    let gap = pen.px(30)
    x += gap
    for figure in beside.figures {
      let (first, second) =
        beside.isLeft ? (figure.other, figure.own) : (figure.own, figure.other)
      let column = Column(figure.name, first, second, isCounter: figure.isCounter, pen)
      guard x + column.width <= body.maxX else { break }
      column.draw(at: x, in: rows, with: &pen)
      x += column.width + gap
    }
  }

  /// One figure: its name, both values, the difference.
  private struct Column {
    let name: String
    let values: [String]
    let nameFace: Face
    let differs: Bool
    let width: Float

    init(_ name: String, _ first: Int, _ second: Int, isCounter: Bool, _ pen: Pen) {
      self.name = name
      let numerals = pen.words.numerals
      let difference = second - first
      differs = difference != 0
      values = [
        numerals.number(first), numerals.number(second),
        differs ? (difference > 0 ? "+" : "") + numerals.number(difference) : "·",
      ]
      nameFace = isCounter ? .mono : .sans
      width = values.reduce(pen.setter.width(name, .label, nameFace)) {
        max($0, pen.setter.width($1, .label, .monoBold))
      }.rounded(.up)
    }

    func draw(at x: Float, in rows: [Rect], with pen: inout Pen) {
      let theme = pen.theme
      func cell(_ row: Int) -> Rect { Rect(x: x, y: rows[row].y, width: width, height: rows[row].height) }
      pen.text(name, in: cell(0), pen.style(theme.secondaryText, .label, nameFace), .right)
      for row in 0..<2 {
        pen.text(values[row], in: cell(row + 1), pen.style(theme.text, .label, .mono), .right)
      }
      pen.text(
        values[2], in: cell(3),
        pen.style(differs ? theme.migrateText : theme.secondaryText, .label, differs ? .monoBold : .mono),
        .right)
    }
  }
}
