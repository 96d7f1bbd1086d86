import Canvas

/// Something that must be read: one line, or a few where it is long.
enum MessageLine {
  /// Lines that a message may have; the rest of a longer one is left out.
  private static let mostLines = 3

  static func height(of message: String, width: Float, setter: Typesetter, unit: Float) -> Float {
    let lines = lines(of: message, width: width - 2 * padding(unit), setter: setter)
    let margin = setter.type.size(.label, .sans) * 0.45
    return (Float(max(lines.count, 1)) * setter.type.lineHeight(.label) + margin).rounded()
  }

  static func draw(_ message: String, in rect: Rect, with pen: inout Pen) {
    pen.list.roundedFill(rect, radius: pen.px(8), pen.theme.litLine)
    pen.list.stroke(rect, radius: pen.px(8), width: pen.px(2), pen.theme.migrateScanner)
    let room = rect.inset(x: padding(pen.unit), y: 0)
    let lines = lines(of: message, width: room.width, setter: pen.setter)
    let height = Float(lines.count) * pen.type.lineHeight(.label)
    pen.lines(
      lines,
      in: Rect(x: room.x, y: (rect.midY - height / 2).rounded(), width: room.width, height: height),
      pen.style(pen.theme.text, .label, .sansSemiBold))
    pen.hits.add(rect, .message)
  }

  private static func lines(of message: String, width: Float, setter: Typesetter) -> [String] {
    setter.wrapped(message, to: width, .label, .sansSemiBold, limit: mostLines)
  }

  private static func padding(_ unit: Float) -> Float { max((16 * unit).rounded(), 1) }
}
