import Canvas

/// Ground, heading and padding that the panels of the right column share.
enum PanelFrame {
  static func padding(_ unit: Float) -> Float { max((20 * unit).rounded(), 6) }
  private static func edge(_ unit: Float) -> Float { max((11 * unit).rounded(), 4) }
  private static func heading(_ setter: Typesetter) -> Float {
    (setter.type.size(.heading, .sansSemiBold) * 1.6).rounded()
  }

  /// Height of a panel besides its rows.
  static func height(setter: Typesetter, unit: Float) -> Float { 2 * edge(unit) + heading(setter) }

  /// Draws ground and heading; returns the row of the heading and the room below it.
  static func draw(
    _ title: String, face: Face = .sansSemiBold, indent: Float = 0, in rect: Rect, with pen: inout Pen
  ) -> (rest: Rect, body: Rect) {
    pen.panel(rect)
    let room = rect.inset(x: padding(pen.unit), y: edge(pen.unit))
    var row = room
    row.height = heading(pen.setter)
    let heading = Rect(minX: row.x + indent, minY: row.y, maxX: row.maxX, maxY: row.maxY)
    let width = pen.text(title, in: heading, pen.style(pen.theme.text, .heading, face))
    var rest = row
    rest.x += indent + width + pen.px(12)
    rest.width = max(row.maxX - rest.x, 0)
    return (rest, Rect(minX: room.x, minY: row.maxY, maxX: room.maxX, maxY: room.maxY))
  }

  /// Row `index` of `count` in the body of a panel.
  static func row(_ index: Int, of count: Int, in body: Rect) -> Rect {
    let pitch = body.height / Float(max(count, 1))
    let top = (body.y + Float(index) * pitch).rounded()
    return Rect(
      minX: body.x, minY: top, maxX: body.maxX, maxY: (body.y + Float(index + 1) * pitch).rounded())
  }
}
