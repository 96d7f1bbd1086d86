import Canvas
import Words

extension Panel {
  public static let algorithm = Panel("algorithm")
}

/// The algorithm in ten lines, the current one lit.
struct AlgorithmPanel: ColumnPanel {
  static let panel = Panel.algorithm
  static let worth = 30

  static let lines = 10
  let algorithm: Algorithm

  func need(_ sizes: PanelSizes) -> PanelNeed {
    let least = width(setter: sizes.setter, unit: sizes.unit)
    return PanelNeed(
      width: max(sizes.full, least), least: least, fixed: sizes.frame, rows: Self.lines,
      pitch: (sizes.em * 1.36).rounded())
  }

  private func text(_ line: Int, _ words: Catalogue) -> String {
    words("algorithm.line\(line)", ["batch": .number(algorithm.batch)])
  }

  /// Pixels between a line's number and its text.
  private func gap(_ unit: Float) -> Float { (18 * unit).rounded() }

  /// Pixels at which all lines are shown whole.
  private func width(setter: Typesetter, unit: Float) -> Float {
    let texts = (1...Self.lines).map { setter.width(text($0, setter.words), .label, .monoBold) }
    return (texts.max() ?? 0).rounded(.up) + setter.width("00", .label, .mono) + gap(unit)
      + 2 * PanelFrame.padding(unit)
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let (_, body) = PanelFrame.draw(
      pen.words("algorithm.heading"), face: .monoBold, in: rect, with: &pen)
    let numberWidth = pen.setter.width("00", .label, .mono)
    for line in 1...Self.lines {
      let row = PanelFrame.row(line - 1, of: Self.lines, in: body)
      let isCurrent = line == algorithm.line
      if isCurrent { pen.litRow(row) }
      let color = isCurrent ? pen.theme.text : pen.theme.secondaryText
      let style = pen.style(color, .label, isCurrent ? .monoBold : .mono)
      pen.text(
        Glyphs.number(line),
        in: Rect(x: row.x, y: row.y, width: numberWidth + pen.px(5), height: row.height),
        pen.style(color, .label, .mono), .right)
      let left = row.x + numberWidth + gap(pen.unit)
      let text = text(line, pen.words)
      let indent = Float(text.prefix { $0 == " " }.count) * pen.setter.width(" ", .label, .mono)
      pen.text(
        String(text.drop { $0 == " " }),
        in: Rect(minX: left + indent, minY: row.y, maxX: row.maxX, maxY: row.maxY), style)
    }
  }
}

extension Pen {
  /// Ground of a row that just matters, with a bar at its side.
  mutating func litRow(_ row: Rect) {
    let reach = px(12)
    list.roundedFill(row.inset(x: -reach, y: 0), radius: px(4), theme.litLine)
    list.fill(Rect(x: row.x - reach, y: row.y, width: px(4), height: row.height), theme.migrateScanner)
  }
}
