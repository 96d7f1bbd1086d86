import Canvas

extension Panel {
  public static let counters = Panel("counters")
}

/// Counters of the simulated kernel under the names of `/proc/vmstat`, with the change of this step.
struct CountersPanel: ColumnPanel {
  static let panel = Panel.counters
  static let worth = 20

  let counters: [Counter]

  func need(_ sizes: PanelSizes) -> PanelNeed {
    PanelNeed(
      width: sizes.full, least: sizes.em * 20, fixed: sizes.frame, rows: counters.count,
      pitch: (sizes.em * 1.32).rounded())
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let theme = pen.theme
    let (rest, body) = PanelFrame.draw(
      pen.words("counters.heading"), in: rect, with: &pen)
    let saysSoFar = saysSoFarInRows(width: body.width, pen)
    let isSoFar = counters.contains(where: \.isSoFar)
    let label = pen.words(isSoFar && !saysSoFar ? "counters.so-far-this-step" : "counters.this-step")
    pen.text(label, in: rest, pen.style(theme.secondaryText), .right)
    let changeWidth = pen.setter.width("+00", .label, .monoBold)
    for (index, counter) in counters.enumerated() {
      let row = PanelFrame.row(index, of: counters.count, in: body)
      let isLit = counter.change != 0
      if isLit {
        pen.list.roundedFill(row.inset(x: -pen.px(12), y: 0), radius: pen.px(4), theme.litLine)
      }
      let number = pen.words.numerals.number(counter.value)
      let valueRight = row.maxX - changeWidth - pen.px(8)
      let valueWidth = pen.text(
        number, in: Rect(minX: row.x, minY: row.y, maxX: valueRight, maxY: row.maxY),
        pen.style(theme.text, .label, .mono), .right)
      pen.text(
        counter.isSoFar && saysSoFar ? soFar(counter, pen) : counter.name,
        in: Rect(minX: row.x, minY: row.y, maxX: valueRight - valueWidth - pen.px(6), maxY: row.maxY),
        pen.style(isLit ? theme.text : theme.secondaryText, .label, .mono))
      let change =
        isLit ? (counter.change > 0 ? "+" : "") + pen.words.numerals.number(counter.change) : "·"
      pen.text(
        change, in: Rect(x: row.maxX - changeWidth, y: row.y, width: changeWidth, height: row.height),
        pen.style(isLit ? theme.migrateText : theme.secondaryText, .label, isLit ? .monoBold : .mono),
        .right)
    }
  }

  private func soFar(_ counter: Counter, _ pen: Pen) -> String {
    pen.words("counters.so-far", ["name": .text(counter.name)])
  }

  /// Whether every counter that the kernel adds up only at the end has room to say so in its own row.
  private func saysSoFarInRows(width: Float, _ pen: Pen) -> Bool {
    let setter = pen.setter
    return counters.allSatisfy { counter in
      let figures = setter.width(setter.words.numerals.number(counter.value) + " +00", .label, .mono)
      return setter.width(soFar(counter, pen), .label, .mono) + figures + pen.px(14) <= width
    }
  }
}
