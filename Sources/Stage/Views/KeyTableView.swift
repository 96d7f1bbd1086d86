import Canvas

/// All keys, in as many columns as they need.
enum KeyTableView {
  static func draw(_ table: KeyTable, in rect: Rect, with painter: inout Painter) {
    let theme = painter.theme
    let pitch = (painter.type.size(.label, .sans) * 1.55).rounded()
    let lines = table.sections.flatMap { section in [.heading(section.heading)] + section.rows.map(Line.row) }
    let keyWidth = lines.map { $0.keyWidth(painter.setter) }.max() ?? 0
    let gap = painter.px(22)
    let width = keyWidth + gap + (lines.map { $0.doesWidth(painter.setter) }.max() ?? 0)
    let perColumn = max(Int(rect.height / pitch), 1)
    let isSideBySide =
      table.sections.allSatisfy { $0.rows.count < perColumn }
      && Float(table.sections.count) * (width + 3 * gap) < rect.width
    var (column, place) = (0, 0)
    for (index, line) in lines.enumerated() {
      if case .heading = line, index > 0, isSideBySide { (column, place) = (column + 1, 0) }
      if place == perColumn { (column, place) = (column + 1, 0) }
      let left = rect.x + Float(column) * (width + 3 * gap)
      let row = Rect(
        minX: left, minY: rect.y + Float(place) * pitch, maxX: min(left + width, rect.maxX),
        maxY: rect.y + Float(place + 1) * pitch)
      place += 1
      guard row.width > 0 else { return }
      switch line {
      case .heading(let text):
        painter.text(text, in: row, painter.style(theme.secondaryText, .heading, .sansSemiBold))
      case .row(let hint):
        painter.text(hint.key, in: row, painter.style(theme.text, .label, .sansSemiBold))
        let does = Rect(minX: row.x + keyWidth + gap, minY: row.y, maxX: row.maxX + 1, maxY: row.maxY)
        if does.width > 0 { painter.text(hint.does, in: does, painter.style(theme.secondaryText)) }
      }
    }
  }

  private enum Line {
    case heading(String)
    case row(KeyHint)

    func keyWidth(_ setter: Typesetter) -> Float {
      if case .row(let hint) = self { setter.width(hint.key, .label, .sansSemiBold) } else { 0 }
    }
    func doesWidth(_ setter: Typesetter) -> Float {
      if case .row(let hint) = self { setter.width(hint.does) } else { 0 }
    }
  }
}
