import Canvas

extension Panel {
  public static let control = Panel("control")
}

/// What the run was asked to do and what it remembers: `struct compact_control` and the zone's memory of
/// earlier runs.
struct ControlPanel: ColumnPanel {
  static let panel = Panel.control
  static let worth = 10
  static let stay = PanelStay.whereRoomIsLeft

  let facts: [ControlFact]

  func need(_ sizes: PanelSizes) -> PanelNeed {
    let least = width(setter: sizes.setter, unit: sizes.unit)
    return PanelNeed(
      width: max(sizes.full, least), least: least, fixed: sizes.frame, rows: facts.count,
      pitch: (sizes.em * 1.32).rounded())
  }

  /// Pixels at which every line is shown whole.
  private func width(setter: Typesetter, unit: Float) -> Float {
    let widest = facts.map { setter.width($0.name) + setter.width($0.value, .label, .sansSemiBold) }.max()
    return ((widest ?? 0) + 16 * unit).rounded(.up) + 2 + 2 * PanelFrame.padding(unit)
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let (_, body) = PanelFrame.draw(
      pen.words("control.heading"), face: .monoBold, in: rect, with: &pen)
    for (index, fact) in facts.enumerated() {
      pen.fact(fact.name, fact.value, in: PanelFrame.row(index, of: facts.count, in: body))
    }
  }
}
