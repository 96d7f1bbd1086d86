import Canvas

/// Counters under the names of `/proc/vmstat`, with the change of this step.
enum CountersPanel {
  static func draw(_ counters: [Counter], in rect: Rect, with painter: inout Painter) {
    let theme = painter.theme
    let (rest, body) = PanelFrame.draw(
      painter.words("counters.heading"), face: .monoBold, in: rect, with: &painter)
    let label = painter.words("counters.this-step")
    painter.text(label, in: rest, painter.style(theme.secondaryText), .right)
    let changeWidth = painter.setter.width("+00", .label, .monoBold)
    for (index, counter) in counters.enumerated() {
      let row = PanelFrame.row(index, of: counters.count, in: body)
      let isLit = counter.change != 0
      if isLit {
        painter.list.roundedFill(row.inset(x: -painter.px(12), y: 0), radius: painter.px(4), theme.litLine)
      }
      let number = painter.words.numerals.number(counter.value)
      let valueRight = row.maxX - changeWidth - painter.px(8)
      let valueWidth = painter.text(
        number, in: Rect(minX: row.x, minY: row.y, maxX: valueRight, maxY: row.maxY),
        painter.style(theme.text, .label, .mono), .right)
      painter.text(
        counter.isSoFar ? painter.words("counters.so-far", ["name": .text(counter.name)]) : counter.name,
        in: Rect(minX: row.x, minY: row.y, maxX: valueRight - valueWidth - painter.px(6), maxY: row.maxY),
        painter.style(isLit ? theme.text : theme.secondaryText, .label, .mono))
      let change =
        isLit ? (counter.change > 0 ? "+" : "") + painter.words.numerals.number(counter.change) : "·"
      painter.text(
        change, in: Rect(x: row.maxX - changeWidth, y: row.y, width: changeWidth, height: row.height),
        painter.style(isLit ? theme.migrateText : theme.secondaryText, .label, isLit ? .monoBold : .mono),
        .right)
    }
  }
}
