import Canvas

/// A tip, near the pointer and inside of the window, over all else.
enum TipView {
  static func draw(_ tip: Tip, in window: Rect, with pen: inout Pen) {
    let width = min(pen.setter.width(tip.text) + 2 * pen.px(14), window.width)
    let height = (pen.type.size(.label, .sans) * 1.9).rounded()
    let gap = pen.px(18)
    let x = min(max(tip.x - width / 2, window.minX), window.maxX - width)
    let above = tip.y - gap - height
    let box = Rect(
      x: x.rounded(), y: (above < window.minY ? tip.y + gap : above).rounded(), width: width, height: height)
    pen.list.roundedFill(box.inset(by: -pen.px(3)), radius: pen.px(9), pen.theme.background)
    pen.list.roundedFill(box, radius: pen.px(7), pen.theme.panel)
    pen.list.stroke(box, radius: pen.px(7), width: pen.px(2), pen.theme.rule)
    pen.text(tip.text, in: box, pen.style(pen.theme.text), .center)
  }
}
