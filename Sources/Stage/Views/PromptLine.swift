import Canvas

/// A line to type in, above the map.
enum PromptLine {
  static func draw(_ prompt: Prompt, in rect: Rect, with painter: inout Painter) {
    let theme = painter.theme
    painter.list.roundedFill(rect, radius: painter.px(8), theme.panel)
    painter.list.stroke(rect, radius: painter.px(8), width: painter.px(3), theme.ring)
    let room = rect.inset(x: painter.px(16), y: 0)
    var x = room.x
    x += painter.text(prompt.label, in: room, painter.style(theme.secondaryText)) + painter.px(12)
    x += painter.entry(
      prompt.text, in: Rect(minX: x, minY: room.y, maxX: room.maxX, maxY: room.maxY))
    x += painter.px(24)
    guard x < room.maxX else { return }
    let color = prompt.isRefused ? theme.migrateText : theme.secondaryText
    painter.text(
      prompt.hint, in: Rect(minX: x, minY: room.y, maxX: room.maxX, maxY: room.maxY),
      painter.style(color, .label, prompt.isRefused ? .sansSemiBold : .sans), .right)
  }
}

extension Painter {
  /// What has been typed, with the place where the next character goes. Returns the width it takes.
  mutating func entry(_ text: String, in row: Rect) -> Float {
    let caret = px(3)
    var width: Float = 0
    if !text.isEmpty {
      let room = Rect(x: row.x, y: row.y, width: max(row.width - caret * 2, 0), height: row.height)
      width = self.text(text, in: room, style(theme.text, .label, .monoBold))
    }
    let height = (type.size(.label, .mono) * 1.2).rounded()
    list.fill(
      Rect(x: row.x + width + caret, y: (row.midY - height / 2).rounded(), width: caret, height: height),
      theme.ring)
    return width + caret * 2
  }
}
