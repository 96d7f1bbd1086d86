import Canvas

/// What happened, in one sentence for the back of the room, and the step at its right. It always has the
/// same room, so that the map below stays where it is; a longer sentence is set smaller.
enum SentenceView {
  private static func lines(_ type: TypeScale, body: Float) -> Int {
    body > type.size(.label, .sans) * 2 ? 3 : 2
  }

  static func height(setter: Typesetter) -> Float {
    let body = setter.type.size(.body, .sansSemiBold)
    return Float(lines(setter.type, body: body)) * (body * pitch).rounded()
  }

  /// Distance of lines in em.
  private static let pitch: Float = 1.24

  static func draw(_ explanation: Explanation, _ title: Title, in rect: Rect, with pen: inout Pen) {
    var firstWidth = rect.width
    if let step = title.step {
      let said = TitleBar.text(of: step, title, pen.words)
      let color = title.isBefore ? pen.theme.migrateText : pen.theme.secondaryText
      // Beside the first line.
      let row = Rect(
        x: rect.x, y: rect.y, width: rect.width, height: (pen.type.size(.label, .sans) * 1.6).rounded())
      let width = pen.text(said, in: row, pen.style(color), .right)
      firstWidth = max(rect.width - width - pen.px(40), rect.width * 0.4)
    }
    let size = self.size(of: explanation.sentence, in: rect, firstWidth, pen)
    let style = pen.style(pen.theme.text, .body, .sansSemiBold)
    let pitch = (size * Self.pitch).rounded()
    let lines = pen.setter.wrapped(
      explanation.sentence, to: rect.width, firstWidth: firstWidth, .sansSemiBold, size: size)
    for (index, line) in lines.enumerated() where Float(index + 1) * pitch <= rect.height + 1 {
      let row = Rect(x: rect.x, y: rect.y + Float(index) * pitch, width: rect.width, height: pitch)
      pen.text(line, in: row, style, size: size, .left)
    }
  }

  /// The largest size up to that of running text at which the sentence finds room.
  private static func size(
    of sentence: String, in room: Rect, _ firstWidth: Float, _ pen: Pen
  ) -> Float {
    var size = pen.type.size(.body, .sansSemiBold)
    let least = size * 0.4
    while size > least {
      let lines = pen.setter.wrapped(
        sentence, to: room.width, firstWidth: firstWidth, .sansSemiBold, size: size)
      if Float(lines.count) * (size * pitch).rounded() <= room.height { break }
      size -= 1
    }
    return size
  }
}
