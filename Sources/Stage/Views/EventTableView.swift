import Canvas

/// The run as a list of steps. Only the rows that find room are looked at.
enum EventTableView {
  static func draw(_ table: EventTable, in rect: Rect, with pen: inout Pen) {
    let pitch = (pen.type.size(.label, .sans) * 1.55).rounded()
    pen.panel(rect)
    let room = rect.inset(x: pen.px(20), y: pen.px(10))
    drawFilter(table, in: Rect(x: room.x, y: room.y, width: room.width, height: pitch), with: &pen)
    var body = Rect(minX: room.x, minY: room.y + pitch * 1.2, maxX: room.maxX, maxY: room.maxY)
    if table.rows.isEmpty { drawNote(table.note, in: body, pitch: pitch, with: &pen) }
    drawDetail(of: table, under: &body, pitch: pitch, with: &pen)
    let shown = ShownRows(of: table.count, fitting: Int(body.height / pitch), around: table.selection)
    let rows = shown.range.clamped(to: table.first..<table.first + table.rows.count).map {
      (number: $0, row: table.rows[$0 - table.first])
    }
    let step = pen.setter.width(pen.words.numerals.number(table.total), .label, .sansSemiBold).rounded(.up)
    for (index, (number, row)) in rows.enumerated() {
      let line = Rect(x: body.x, y: body.y + Float(index) * pitch, width: body.width, height: pitch)
      if number == table.selection { pen.litRow(line) }
      draw(row, afterNumberOf: step, isChosen: number == table.selection, in: line, with: &pen)
      pen.hits.add(line, .event(number))
    }
    pen.scrollMark(shown, in: body)
  }

  /// Why nothing is listed, whole.
  private static func drawNote(_ note: String, in body: Rect, pitch: Float, with pen: inout Pen) {
    for (index, line) in pen.setter.wrapped(note, to: body.width, .label, .sans, limit: 4).enumerated() {
      let row = Rect(x: body.x, y: body.y + Float(index) * pitch, width: body.width, height: pitch)
      pen.text(line, in: row, pen.style(pen.theme.secondaryText))
    }
  }

  /// Lines below the list for what more is to be said of the chosen row: always as many, so that no row moves.
  private static let detailLines = 5

  private static func drawDetail(
    of table: EventTable, under body: inout Rect, pitch: Float, with pen: inout Pen
  ) {
    let height = Float(detailLines) * pitch
    guard !table.rows.isEmpty, body.height >= height + 5 * pitch else { return }
    body.height -= height + pen.px(8)
    let place = Rect(x: body.x, y: body.maxY + pen.px(8), width: body.width, height: height)
    pen.list.fill(
      Rect(x: place.x, y: place.y - pen.px(5), width: place.width, height: pen.px(1)), pen.theme.rule)
    let lines = table.detail.enumerated().flatMap { index, text in
      pen.setter.wrapped(text, to: place.width, .label, .sans, limit: 2).map { (index, $0) }
    }
    for (row, (index, line)) in lines.prefix(detailLines).enumerated() {
      pen.text(
        line, in: Rect(x: place.x, y: place.y + Float(row) * pitch, width: place.width, height: pitch),
        pen.style(index == 0 ? pen.theme.text : pen.theme.secondaryText))
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
    guard table.filter.isEmpty else { return }
    pen.text(
      pen.words("events.hint"),
      in: Rect(
        minX: left.x + pen.px(18), minY: left.minY, maxX: max(left.maxX, left.x + pen.px(18)), maxY: left.maxY
      ),
      pen.style(pen.theme.secondaryText))
  }

  /// What is traced stands in the right half, behind what happened where that is longer.
  /// - Parameter step: pixels that the largest number is wide.
  private static func draw(
    _ row: EventTable.Row, afterNumberOf step: Float, isChosen: Bool, in line: Rect, with pen: inout Pen
  ) {
    let theme = pen.theme
    let gap = pen.px(24)
    func cell(_ x: Float, _ width: Float) -> Rect {
      Rect(x: line.x + x, y: line.y, width: max(width, 0), height: line.height)
    }
    let number = pen.words.numerals.number(row.step)
    pen.text(number, in: cell(0, step), pen.style(theme.text, .label, .sansSemiBold), .right)
    let end =
      step + gap + pen.text(row.what, in: cell(step + gap, line.width - step - gap), pen.style(theme.text))
    let traced = max((line.width / 2).rounded(), end + gap)
    guard !row.traced.isEmpty, line.width - traced > 3 * gap else { return }
    pen.text(
      row.traced, in: cell(traced, line.width - traced),
      pen.style(isChosen ? theme.text : theme.secondaryText, .label, .mono))
  }
}
