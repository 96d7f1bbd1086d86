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

  static func draw(_ message: String, in rect: Rect, with painter: inout Painter) {
    painter.list.roundedFill(rect, radius: painter.px(8), painter.theme.litLine)
    painter.list.stroke(rect, radius: painter.px(8), width: painter.px(2), painter.theme.migrateScanner)
    let room = rect.inset(x: padding(painter.unit), y: 0)
    let lines = lines(of: message, width: room.width, setter: painter.setter)
    let height = Float(lines.count) * painter.type.lineHeight(.label)
    painter.lines(
      lines,
      in: Rect(x: room.x, y: (rect.midY - height / 2).rounded(), width: room.width, height: height),
      painter.style(painter.theme.text, .label, .sansSemiBold))
    painter.hits.add(rect, .message)
  }

  private static func lines(of message: String, width: Float, setter: Typesetter) -> [String] {
    setter.wrapped(message, to: width, .label, .sansSemiBold, limit: mostLines)
  }

  private static func padding(_ unit: Float) -> Float { max((16 * unit).rounded(), 1) }
}
