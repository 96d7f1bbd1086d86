import Canvas
import Words

/// Puts shapes and texts on a draw list in a theme, and notes what can be pointed at.
struct Pen {
  /// Where a text stands between the sides of its rectangle.
  enum Alignment { case left, center, right }

  let theme: Theme
  let setter: Typesetter
  /// Pixels of this window for one pixel of a picture 1080 lines high.
  let unit: Float
  var list = DrawList()
  var hits = HitMap()

  init(theme: Theme, setter: Typesetter, unit: Float) {
    self.theme = theme
    self.setter = setter
    self.unit = unit
  }

  var words: Catalogue { setter.words }
  var type: TypeScale { setter.type }

  /// A length given for 1080 lines, in whole pixels of this window, at least one.
  func px(_ length: Float) -> Float { max((length * unit).rounded(), 1) }

  func style(
    _ color: Color, _ role: TypeScale.Role = .label, _ face: Face = .sans
  ) -> TextStyle {
    TextStyle(role: role, face: face, color: color)
  }

  /// One line of text, its capitals in the middle between top and bottom of `rect`; elided when the
  /// rectangle is too narrow. Returns the width it takes.
  @discardableResult
  mutating func text(
    _ text: String, in rect: Rect, _ style: TextStyle, _ alignment: Alignment = .left
  ) -> Float {
    let size = type.size(style.role, style.face)
    return self.text(text, in: rect, style, size: size, alignment)
  }

  /// As above, with an em size of its own, for glyphs in cells.
  @discardableResult
  mutating func text(
    _ text: String, in rect: Rect, _ style: TextStyle, size: Float, _ alignment: Alignment
  ) -> Float {
    var shown = text
    var width = setter.glyphs.width(of: text, face: style.face, size: size)
    if width > rect.width + 0.5 {
      shown = setter.elided(text, to: rect.width, style.role, style.face)
      width = setter.glyphs.width(of: shown, face: style.face, size: size)
    }
    guard !shown.isEmpty else { return 0 }
    let x =
      switch alignment {
      case .left: rect.x
      case .center: rect.x + (rect.width - width) / 2
      case .right: rect.maxX - width
      }
    let cap = setter.glyphs.metrics(face: style.face, size: size).capHeight
    let baseline = (rect.y + (rect.height + cap) / 2).rounded()
    list.text(
      GlyphRun(
        text: shown, face: style.face, size: size, color: style.color, origin: Point(x.rounded(), baseline),
        width: width))
    return width
  }

  /// Lines of running text from the top of `rect`, as many as fit. Returns the height they take.
  @discardableResult
  mutating func lines(_ lines: [String], in rect: Rect, _ style: TextStyle) -> Float {
    let pitch = type.lineHeight(style.role)
    for (index, line) in lines.enumerated() {
      text(
        line, in: Rect(x: rect.x, y: rect.y + Float(index) * pitch, width: rect.width, height: pitch), style)
    }
    return Float(lines.count) * pitch
  }

  /// The ground of a panel.
  mutating func panel(_ rect: Rect) {
    list.roundedFill(rect, radius: px(12), theme.panel)
    if theme.panel == theme.background || theme.freeOutline != nil {
      list.stroke(rect, radius: px(12), width: 1, theme.hairline)
    }
  }

}
