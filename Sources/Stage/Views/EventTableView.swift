import Canvas

/// The run as a list of events. Only the rows that find room are looked at.
enum EventTableView {
  static func draw(_ table: EventTable, in rect: Rect, with pen: inout Pen) {
    let pitch = (pen.type.size(.label, .sans) * 1.55).rounded()
    pen.panel(rect)
    let room = rect.inset(x: pen.px(20), y: pen.px(10))
    drawFilter(table, in: Rect(x: room.x, y: room.y, width: room.width, height: pitch), with: &pen)
    var body = Rect(minX: room.x, minY: room.y + pitch * 1.2, maxX: room.maxX, maxY: room.maxY)
    drawCutFigures(of: table, under: &body, pitch: pitch, with: &pen)
    if table.count == 0 {
      let none = pen.words(table.total == 0 ? "events.none" : "events.none-match")
      let line = Rect(x: body.x, y: body.y, width: body.width, height: pitch)
      pen.text(none, in: line, pen.style(pen.theme.secondaryText))
    }
    let shown = ShownRows(of: table.count, fitting: Int(body.height / pitch), around: table.selection)
    let rows = shown.range.clamped(to: table.first..<table.first + table.rows.count).map {
      (number: $0, row: table.rows[$0 - table.first])
    }
    let columns = Columns(rows.map(\.row), width: body.width, setter: pen.setter, gap: pen.px(24))
    for (index, (number, row)) in rows.enumerated() {
      let line = Rect(x: body.x, y: body.y + Float(index) * pitch, width: body.width, height: pitch)
      if number == table.selection { pen.litRow(line) }
      draw(row, columns, isChosen: number == table.selection, in: line, with: &pen)
      pen.hits.add(line, .event(number))
    }
    pen.scrollMark(shown, in: body)
  }

  /// Where lines are too narrow for all figures those of the chosen one stand whole below the list.
  private static func drawCutFigures(
    of table: EventTable, under body: inout Rect, pitch: Float, with pen: inout Pen
  ) {
    let gap = pen.px(24)
    let columns = Columns(table.rows, width: body.width, setter: pen.setter, gap: gap)
    guard columns.figuresStart + columns.figures > body.width,
      let chosen = table.rows.dropFirst(table.selection - table.first).first
    else { return }
    let lines = pen.setter.wrapped(chosen.figures, to: body.width, .label, .sans, limit: 2)
    let height = 2 * pitch
    guard body.height >= 5 * pitch else { return }
    var y = body.maxY - height
    body.height -= height + pen.px(8)
    for line in lines {
      pen.text(
        line, in: Rect(x: body.x, y: y, width: body.width, height: pitch), pen.style(pen.theme.text))
      y += pitch
    }
  }

  private static func drawFilter(_ table: EventTable, in row: Rect, with pen: inout Pen) {
    let count = pen.words(
      "events.count", ["count": .number(table.count), "total": .number(table.total)])
    let width = pen.text(count, in: row, pen.style(pen.theme.secondaryText), .right)
    var left = row
    left.width -= width + pen.px(24)
    let label = pen.text(
      pen.words("events.filter"), in: left, pen.style(pen.theme.secondaryText))
    left.x += label + pen.px(12)
    left.width -= label + pen.px(12)
    guard left.width > 0 else { return }
    _ = pen.entry(table.filter, in: left)
  }

  /// Where the columns stand: each as wide as what is in it, the last one takes the rest.
  private struct Columns {
    var step: Float
    var task: Float
    var name: Float
    var pages: Float
    /// What the figures want; they get what is left.
    var figures: Float
    var gap: Float

    /// Pixels to the left of the figures.
    var figuresStart: Float {
      [step, task, name, pages].filter { $0 > 0 }.reduce(0) { $0 + $1 + gap }
    }

    init(_ rows: [EventTable.Row], width: Float, setter: Typesetter, gap: Float) {
      func widest(_ text: (EventTable.Row) -> String, _ face: Face) -> Float {
        rows.reduce(0) { max($0, setter.width(text($1), .label, face)) }.rounded(.up)
      }
      step = widest({ setter.words.numerals.number($0.step) }, .sansSemiBold)
      task = widest(\.task, .sans)
      name = widest(\.name, .mono)
      pages = widest(\.pages, .mono)
      self.gap = gap
      // Who acts is missed least where room is short, then what the figures are.
      figures = widest(\.figures, .sans)
      if step + task + name + pages + figures + 4 * gap > width { task = 0 }
      name = min(name, max(width - step - task - 2 * gap, 0))
      if step + task + name + pages + 3 * gap > width { pages = 0 }
    }
  }

  private static func draw(
    _ row: EventTable.Row, _ columns: Columns, isChosen: Bool, in line: Rect, with pen: inout Pen
  ) {
    let theme = pen.theme
    var x = line.x
    func cell(
      _ text: String, _ width: Float, _ style: TextStyle, _ alignment: Pen.Alignment = .left,
      _ pen: inout Pen
    ) {
      guard width > 0 else { return }
      pen.text(text, in: Rect(x: x, y: line.y, width: width, height: line.height), style, alignment)
      x += width + columns.gap
    }
    let dim = isChosen ? theme.text : theme.secondaryText
    let number = pen.words.numerals.number(row.step)
    cell(number, columns.step, pen.style(theme.text, .label, .sansSemiBold), .right, &pen)
    cell(row.task, columns.task, pen.style(dim), .left, &pen)
    cell(row.name, columns.name, pen.style(theme.text, .label, .mono), .left, &pen)
    cell(row.pages, columns.pages, pen.style(dim, .label, .mono), .left, &pen)
    cell(row.figures, max(line.maxX - x, 0), pen.style(dim), .left, &pen)
  }
}
