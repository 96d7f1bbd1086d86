import Canvas

/// All that is known of a page, block, pageblock and zone, with its history; what finds no room is
/// scrolled to.
enum InspectorPanel {
  static func draw(_ inspector: Inspector, in rect: Rect, with painter: inout Painter) {
    let (_, body) = PanelFrame.draw(inspector.title, in: rect, with: &painter)
    let pitch = (painter.type.size(.label, .sans) * PanelNeed.inspectorPitch).rounded()
    let count = max(min(Int(body.height / pitch), inspector.lines.count), 1)
    let seen = inspector.selection ?? inspector.focus
    let first = min(max(seen - count / 2, 0), max(inspector.lines.count - count, 0))
    for (index, line) in inspector.lines[first...].prefix(count).enumerated() {
      let row = Rect(x: body.x, y: body.y + Float(index) * pitch, width: body.width, height: pitch)
      if first + index == inspector.selection { painter.litRow(row) }
      draw(line, at: inspector.step, in: row, with: &painter)
      painter.hits.add(row, .inspectorLine(first + index))
    }
    if inspector.lines.count > count {
      painter.scrollMark(first: first, shown: count, of: inspector.lines.count, in: body)
    }
  }

  private static func draw(
    _ line: Inspector.Line, at step: Int, in row: Rect, with painter: inout Painter
  ) {
    let theme = painter.theme
    switch line {
    case .section(let name): painter.text(name, in: row, painter.style(theme.text, .label, .sansSemiBold))
    case .fact(let name, let value): painter.fact(name, value, in: row)
    case .event(let when, let text):
      let number = painter.words("inspector.step", ["step": .number(when)])
      let width = painter.text(
        number, in: row, painter.style(when <= step ? theme.text : theme.secondaryText, .label, .sansSemiBold)
      )
      let left = row.x + width + painter.px(12)
      painter.text(
        text, in: Rect(minX: left, minY: row.y, maxX: max(row.maxX, left), maxY: row.maxY),
        painter.style(when <= step ? theme.text : theme.secondaryText))
    }
  }
}

extension Painter {
  /// A name at the left of a row and what it is at the right, which is the last to be cut off.
  mutating func fact(_ name: String, _ value: String, in row: Rect) {
    let gap = px(14)
    let valueWidth = min(setter.width(value, .label, .sansSemiBold) + 1, row.width)
    let nameWidth = max(row.width - valueWidth - gap, 0)
    text(
      name, in: Rect(x: row.x, y: row.y, width: nameWidth, height: row.height), style(theme.secondaryText))
    text(
      value, in: Rect(x: row.maxX - valueWidth, y: row.y, width: valueWidth, height: row.height),
      style(theme.text, .label, .sansSemiBold), .right)
  }

  /// A bar at the right side of a list, which says what part of it is shown.
  mutating func scrollMark(first: Int, shown: Int, of count: Int, in body: Rect) {
    let x = body.maxX + px(7)
    let share = body.height / Float(count)
    let height = max(Float(shown) * share, px(12))
    let room = body.height - height
    let y = body.y + room * Float(first) / Float(max(count - shown, 1))
    list.roundedFill(
      Rect(x: x, y: y.rounded(), width: px(4), height: height.rounded()), radius: px(2), theme.rule)
  }
}
