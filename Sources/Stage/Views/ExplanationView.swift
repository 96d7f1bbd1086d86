import Canvas

/// What happened, because of what, where in the kernel.
enum ExplanationView {
  private static func padding(_ unit: Float) -> Float { max((28 * unit).rounded(), 8) }
  private static func edge(_ unit: Float) -> Float { max((12 * unit).rounded(), 5) }

  /// The text in lines for a width.
  private struct Lines {
    var heading: [String]
    var text: [String]
    var because: [String]
    /// Whether the symbol finds room behind the last line.
    var symbolFits: Bool

    init(_ explanation: Explanation, width: Float, setter: Typesetter, unit: Float) {
      let room = width - 2 * ExplanationView.padding(unit)
      heading = setter.wrapped(explanation.heading, to: room, .title, .sansSemiBold, limit: 2)
      text = setter.wrapped(explanation.text, to: room, .body, .sans)
      because = setter.wrapped(explanation.because, to: room, .body, .sans)
      let symbol =
        setter.width(explanation.symbol + "()", .label, .mono) + setter.type.size(.label, .sans) * 2
      symbolFits =
        explanation.symbol.isEmpty
        || because.last.map { setter.width($0, .body, .sans) + symbol <= room } ?? false
    }

    var bodyLines: Int { text.count + because.count + (symbolFits ? 0 : 1) }
  }

  /// Pixels that an explanation takes; at least as much as most of them do, so that the map above stays
  /// where it is from step to step.
  static func height(
    of explanation: Explanation, width: Float, leastLines: Int, setter: Typesetter, unit: Float
  ) -> Float {
    let lines = Lines(explanation, width: width, setter: setter, unit: unit)
    let heading = Float(max(lines.heading.count, 1)) * setter.type.lineHeight(.title)
    let body =
      Float(max(lines.bodyLines, setter.type.textScale > 1.5 ? 1 : leastLines))
      * setter.type.lineHeight(.body)
    return (2 * edge(unit) + heading + body + (4 * unit).rounded()).rounded(.up)
  }

  static func draw(_ explanation: Explanation, in rect: Rect, with pen: inout Pen) {
    let theme = pen.theme
    pen.panel(rect)
    let hue =
      switch explanation.voice {
      case .migrateScanner: theme.migrateScanner
      case .freeScanner: theme.freeScanner
      case .run: theme.rule
      case .lesson: theme.goodNews
      }
    let edge = edge(pen.unit)
    pen.list.fill(
      Rect(x: rect.x, y: rect.y + edge, width: pen.px(5), height: rect.height - 2 * edge), hue)
    let room = rect.inset(x: padding(pen.unit), y: edge)
    let lines = Lines(explanation, width: rect.width, setter: pen.setter, unit: pen.unit)
    let style = pen.style(theme.text, .title, .sansSemiBold)
    var y = room.y + pen.lines(lines.heading, in: room, style) + pen.px(4)
    let pitch = pen.type.lineHeight(.body)
    let symbol = explanation.symbol.isEmpty ? "" : explanation.symbol + "()"
    let fitting = Int((room.maxY - y + 1) / pitch)
    let ownLine = lines.symbolFits ? 0 : 1
    let body =
      lines.text.map { ($0, theme.text) } + lines.because.map { ($0, theme.secondaryText) }
    let shown = min(body.count, max(fitting - ownLine, 0))
    for (index, line) in body.prefix(shown).enumerated() {
      var text = line.0
      if index == shown - 1, shown < body.count {
        text = pen.setter.elided(
          text + " " + body[shown].0, to: room.width - pen.px(10), .body, .sans)
      }
      pen.text(
        text, in: Rect(x: room.x, y: y, width: room.width, height: pitch), pen.style(line.1, .body))
      y += pitch
    }
    guard !symbol.isEmpty, shown == body.count || ownLine == 1, fitting > 0 else { return }
    let row = Rect(x: room.x, y: ownLine == 1 ? y : y - pitch, width: room.width, height: pitch)
    pen.text(symbol, in: row, pen.style(theme.secondaryText, .label, .mono), .right)
  }
}
