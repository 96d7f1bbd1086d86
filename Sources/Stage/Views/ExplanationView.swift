import Canvas

/// What happened, because of what, where in the kernel. It always has the same room, so that the map above stays
/// where it is; what is longer than usual is set smaller.
struct ExplanationView {
  private let setter: Typesetter
  private let symbol: String
  private let lines: [Line]
  /// The row beside whose end the symbol stands; behind the last one where it needs a row of its own.
  private let symbolRow: Int

  /// A line of text, by its style, and the height it takes.
  private struct Line {
    var text: String
    var kind: Kind
    var size: Float
    var pitch: Float
  }
  private enum Kind { case heading, text, because }

  private static func padding(_ unit: Float) -> Float { max((28 * unit).rounded(), 8) }
  private static func edge(_ unit: Float) -> Float { max((12 * unit).rounded(), 5) }
  /// Distance of lines in em.
  private static let pitch: Float = 1.28

  /// Pixels that explanations take: a heading, and as many lines as most of them have.
  static func height(isBesideBoard: Bool, _ setter: Typesetter, unit: Float) -> Float {
    let lines: Float = isBesideBoard || setter.type.textScale > 1.5 ? 2 : 3
    return
      (2 * edge(unit) + setter.type.lineHeight(.title) + lines * setter.type.lineHeight(.body)
      + (4 * unit).rounded()).rounded(.up)
  }

  static func draw(_ explanation: Explanation, in rect: Rect, with pen: inout Pen) {
    pen.panel(rect)
    let edge = edge(pen.unit)
    let room = rect.inset(x: padding(pen.unit), y: edge)
    pen.list.fill(
      Rect(x: rect.x, y: room.y, width: pen.px(5), height: room.height), explanation.voice.edge(pen.theme))
    // As large as all of it finds room, down to the size of labels at 100 %.
    let least = pen.type.size(.label, .sans) / pen.type.size(.body, .sans) / pen.type.textScale
    var scale: Float = 1
    var view = ExplanationView(explanation, in: room, scale: 1, pen)
    while view.height > room.height + 1, scale > least {
      scale = max(scale - 0.05, least)
      view = ExplanationView(explanation, in: room, scale: scale, pen)
    }
    view.draw(in: room, with: &pen)
  }

  private init(_ explanation: Explanation, in room: Rect, scale: Float, _ pen: Pen) {
    let setter = pen.setter
    self.setter = setter
    symbol = explanation.symbol.isEmpty ? "" : explanation.symbol + "()"
    func lines(_ text: String, _ kind: Kind, _ role: TypeScale.Role, _ face: Face) -> [Line] {
      let size = max(
        (setter.type.size(role, face) * scale).rounded(.down),
        setter.type.size(.label, face) / setter.type.textScale)
      return setter.wrapped(text, to: room.width, face, size: size).map {
        Line(text: $0, kind: kind, size: size, pitch: (size * Self.pitch).rounded())
      }
    }
    self.lines =
      lines(explanation.heading, .heading, .title, .sansSemiBold)
      + lines(explanation.text, .text, .body, .sans)
      + lines(explanation.because, .because, .body, .sans)
    guard !symbol.isEmpty else {
      symbolRow = 0
      return
    }
    let wanted = setter.width(symbol, .label, .mono) + setter.type.size(.label, .sans) * 2
    let last = self.lines.count - 1
    let fits = self.lines.last.map {
      setter.glyphs.width(of: $0.text, face: Self.face($0.kind), size: $0.size) + wanted <= room.width
    }
    symbolRow = fits == true ? last : last + 1
  }

  private static func face(_ kind: Kind) -> Face { kind == .heading ? .sansSemiBold : .sans }

  private var height: Float {
    let own = symbolRow >= lines.count && !symbol.isEmpty ? setter.type.lineHeight(.label) : 0
    return lines.reduce(own) { $0 + $1.pitch }
  }

  private func draw(in room: Rect, with pen: inout Pen) {
    let theme = pen.theme
    var y = room.y
    var row = Rect(x: room.x, y: y, width: room.width, height: 0)
    for (index, line) in lines.enumerated() {
      row = Rect(x: room.x, y: y, width: room.width, height: line.pitch)
      let isLast = index + 1 < lines.count && y + line.pitch + lines[index + 1].pitch > room.maxY + 1
      let color = line.kind == .because ? theme.secondaryText : theme.text
      let text = isLast ? line.text + " …" : line.text
      pen.text(text, in: row, pen.style(color, .body, Self.face(line.kind)), size: line.size, .left)
      if isLast { return }
      y += line.pitch
    }
    guard !symbol.isEmpty else { return }
    if symbolRow >= lines.count {
      row = Rect(x: room.x, y: y, width: room.width, height: pen.type.lineHeight(.label))
    }
    guard row.maxY <= room.maxY + 1 else { return }
    pen.text(symbol, in: row, pen.style(theme.secondaryText, .label, .mono), .right)
  }
}

extension Explanation.Voice {
  /// The colour at the side of what is said.
  fileprivate func edge(_ theme: Theme) -> Color {
    switch self {
    case .migrateScanner: theme.migrateScanner
    case .freeScanner: theme.freeScanner
    case .run: theme.rule
    case .lesson: theme.goodNews
    }
  }
}
