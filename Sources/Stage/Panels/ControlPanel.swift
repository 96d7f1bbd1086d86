import Canvas

/// What the run was asked to do and what it remembers: `struct compact_control` and the zone's memory of
/// earlier runs.
enum ControlPanel {
  /// Pixels at which every line is shown whole.
  static func width(of facts: [ControlFact], setter: Typesetter, unit: Float) -> Float {
    let widest = facts.map { setter.width($0.name) + setter.width($0.value, .label, .sansSemiBold) }.max()
    return ((widest ?? 0) + 16 * unit).rounded(.up) + 2 + 2 * PanelFrame.padding(unit)
  }

  static func draw(_ facts: [ControlFact], in rect: Rect, with painter: inout Painter) {
    let (_, body) = PanelFrame.draw(
      painter.words("control.heading"), face: .monoBold, in: rect, with: &painter)
    for (index, fact) in facts.enumerated() {
      painter.fact(fact.name, fact.value, in: PanelFrame.row(index, of: facts.count, in: body))
    }
  }
}
