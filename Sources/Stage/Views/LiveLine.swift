import Canvas

/// How old this machine's own figures are, or why there are none.
enum LiveLine {
  /// - Parameter width: what finds no room in it is said shorter: the end of a path; of a reason nothing, the panel of
  ///   this machine says it whole.
  private static func parts(
    of live: LiveStatus, within width: Float = .infinity, _ setter: Typesetter
  ) -> (head: String, rest: String) {
    let head = setter.words(live.isRead ? "live.on" : "live.off")
    let rests: [String]
    switch live {
    case .read(let source, let age):
      let names = source.split(separator: "/")
      let sources = [source] + [2, 1].map { "…/" + names.suffix($0).joined(separator: "/") }
      rests = sources.map { setter.words("live.age", ["source": .text($0), "count": .number(age)]) }
    case .missing(let reason): rests = [reason]
    }
    let room = width - setter.width(head, .label, .sansSemiBold) - setter.type.size(.label, .sans) * 1.6
    return (head, rests.first { setter.width($0) <= room } ?? "")
  }

  static func width(of live: LiveStatus, setter: Typesetter) -> Float {
    let (head, rest) = parts(of: live, setter)
    return setter.width(head, .label, .sansSemiBold) + setter.width(rest) + setter.type.size(.label, .sans)
      * 1.6
  }

  static func draw(_ live: LiveStatus, in rect: Rect, with pen: inout Pen) {
    let (head, rest) = parts(of: live, within: rect.width + 1, pen.setter)
    let em = pen.type.size(.label, .sans)
    let theme = pen.theme
    let isOn = live.isRead
    let color = isOn ? theme.goodNews : theme.secondaryText
    let width =
      pen.setter.width(head, .label, .sansSemiBold) + pen.setter.width(rest) + em * 1.6
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
