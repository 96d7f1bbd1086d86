import Canvas

extension Panel {
  public static let counters = Panel("counters")
}

/// Counters under the names of `/proc/vmstat`, with the change of this step.
struct CountersPanel: ColumnPanel {
  static let panel = Panel.counters
  static let worth = 20

  let counters: [Counter]

  func need(_ sizes: PanelSizes) -> PanelNeed {
    var need = PanelNeed(
      width: sizes.full, least: sizes.em * 20, fixed: sizes.frame, rows: counters.count,
      pitch: (sizes.em * 1.32).rounded())
    need.keepsColumnWide = true
    return need
  }

  func draw(in rect: Rect, with painter: inout Painter) {
    let theme = painter.theme
    let (rest, body) = PanelFrame.draw(
      painter.words("counters.heading"), face: .monoBold, in: rect, with: &painter)
    let saysSoFar = saysSoFarInRows(width: body.width, painter)
    let isSoFar = counters.contains(where: \.isSoFar)
    let label = painter.words(isSoFar && !saysSoFar ? "counters.so-far-this-step" : "counters.this-step")
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
        counter.isSoFar && saysSoFar ? soFar(counter, painter) : counter.name,
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

  private func soFar(_ counter: Counter, _ painter: Painter) -> String {
    painter.words("counters.so-far", ["name": .text(counter.name)])
  }

  /// Whether every counter that the kernel adds up only at the end has room to say so in its own row.
  private func saysSoFarInRows(width: Float, _ painter: Painter) -> Bool {
    let setter = painter.setter
    return counters.allSatisfy { counter in
      let figures = setter.width(setter.words.numerals.number(counter.value) + " +00", .label, .mono)
      return setter.width(soFar(counter, painter), .label, .mono) + figures + painter.px(14) <= width
    }
  }
}
