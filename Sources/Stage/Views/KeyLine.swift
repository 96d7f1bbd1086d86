import Canvas

/// What can be pressed now. Where there is no room for all of it, what stands before the last two entries, how to
/// leave and all the keys, goes first.
enum KeyLine {
  static func draw(_ keys: [KeyHint], in rect: Rect, with pen: inout Pen) {
    let gap = pen.px(26)
    let inner = pen.px(9)
    func width(_ hint: KeyHint) -> Float {
      pen.setter.width(hint.key, .label, .sansSemiBold) + inner + pen.setter.width(hint.does)
    }
    var shown = Array(keys.indices)
    func total() -> Float { shown.reduce(-gap) { $0 + width(keys[$1]) + gap } }
    while shown.count > 1, total() > rect.width { shown.remove(at: max(shown.count - 3, 0)) }
    var x = rect.x
    for index in shown {
      let hint = keys[index]
      let start = x
      x += pen.text(
        hint.key, in: Rect(minX: x, minY: rect.y, maxX: rect.maxX, maxY: rect.maxY),
        pen.style(pen.theme.text, .label, .sansSemiBold))
      x += inner
      x += pen.text(
        hint.does, in: Rect(minX: x, minY: rect.y, maxX: rect.maxX, maxY: rect.maxY),
        pen.style(pen.theme.secondaryText))
      pen.hits.add(
        Rect(minX: start - gap / 3, minY: rect.y, maxX: x + gap / 3, maxY: rect.maxY), .keyHint(index))
      x += gap
    }
  }
}
