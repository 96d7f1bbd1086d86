import Canvas

/// One line that must be read.
enum MessageLine {
  static func draw(_ message: String, in rect: Rect, with painter: inout Painter) {
    painter.list.roundedFill(rect, radius: painter.px(8), painter.theme.litLine)
    painter.list.stroke(rect, radius: painter.px(8), width: painter.px(2), painter.theme.migrateScanner)
    painter.text(
      message, in: rect.inset(x: painter.px(16), y: 0),
      painter.style(painter.theme.text, .label, .sansSemiBold))
    painter.hits.add(rect, .message)
  }
}
