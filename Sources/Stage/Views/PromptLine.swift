import Canvas

/// A line to type in.
enum PromptLine {
  static func height(_ setter: Typesetter) -> Float { (setter.type.size(.label, .sans) * 2.2).rounded() }

  static func draw(_ prompt: Prompt, in rect: Rect, with pen: inout Pen) {
    let theme = pen.theme
    pen.list.roundedFill(rect, radius: pen.px(8), theme.panel)
    pen.list.stroke(rect, radius: pen.px(8), width: pen.px(3), theme.ring)
    let room = rect.inset(x: pen.px(16), y: 0)
    var x = room.x
    x += pen.text(prompt.label, in: room, pen.style(theme.secondaryText)) + pen.px(12)
    x += pen.entry(
      prompt.text, in: Rect(minX: x, minY: room.y, maxX: room.maxX, maxY: room.maxY),
      isSelected: prompt.isOffered)
    x += pen.px(24)
    guard x < room.maxX else { return }
    let color = prompt.isRefused ? theme.migrateText : theme.secondaryText
    pen.text(
      prompt.hint, in: Rect(minX: x, minY: room.y, maxX: room.maxX, maxY: room.maxY),
      pen.style(color, .label, prompt.isRefused ? .sansSemiBold : .sans), .right)
  }
}

extension Pen {
  /// What has been typed, with the place where the next character goes. Returns the width it takes.
  /// - Parameter isSelected: the next character takes the place of the text.
  @discardableResult
  mutating func entry(_ text: String, in row: Rect, isSelected: Bool = false) -> Float {
    let caret = px(3)
    var width: Float = 0
    if !text.isEmpty {
      let room = Rect(x: row.x, y: row.y, width: max(row.width - caret * 2, 0), height: row.height)
      if isSelected {
        let wide = min(setter.width(text, .label, .monoBold), room.width)
        let height = (type.size(.label, .mono) * 1.4).rounded()
        list.fill(
          Rect(x: room.x, y: (room.midY - height / 2).rounded(), width: wide, height: height), theme.rule)
      }
      width = self.text(text, in: room, style(theme.text, .label, .monoBold))
    }
    let height = (type.size(.label, .mono) * 1.2).rounded()
    list.fill(
      Rect(x: row.x + width + caret, y: (row.midY - height / 2).rounded(), width: caret, height: height),
      theme.ring)
    return width + caret * 2
  }
}
