import Canvas

/// How old this machine's own figures are, or why there are none.
enum LiveLine {
  private static func parts(of live: LiveStatus, _ setter: Typesetter) -> (head: String, rest: String) {
    switch live {
    case .read(let source, let age):
      (setter.words("live.on"), setter.words("live.age", ["source": .text(source), "count": .number(age)]))
    case .missing(let reason): (setter.words("live.off"), reason)
    }
  }

  static func width(of live: LiveStatus, setter: Typesetter) -> Float {
    let (head, rest) = parts(of: live, setter)
    return setter.width(head, .label, .sansSemiBold) + setter.width(rest) + setter.type.size(.label, .sans)
      * 1.6
  }

  static func draw(_ live: LiveStatus, in rect: Rect, with pen: inout Pen) {
    let (head, rest) = parts(of: live, pen.setter)
    let em = pen.type.size(.label, .sans)
    let theme = pen.theme
    let isOn = if case .read = live { true } else { false }
    let color = isOn ? theme.goodNews : theme.secondaryText
    let width = min(width(of: live, setter: pen.setter), rect.width)
    var x = rect.maxX - width
    let dot = Rect(
      x: x, y: (rect.midY - em * 0.27).rounded(), width: (em * 0.55).rounded(), height: (em * 0.55).rounded())
    if isOn {
      pen.list.roundedFill(dot, radius: dot.width / 2, color)
    } else {
      pen.list.stroke(dot, radius: dot.width / 2, width: pen.px(2), color)
    }
    x += em * 0.85
    x += pen.text(
      head, in: Rect(minX: x, minY: rect.y, maxX: rect.maxX, maxY: rect.maxY),
      pen.style(color, .label, .sansSemiBold))
    x += em * 0.5
    guard rect.maxX > x else { return }
    pen.text(
      rest, in: Rect(minX: x, minY: rect.y, maxX: rect.maxX + 1, maxY: rect.maxY),
      pen.style(theme.secondaryText))
  }
}
