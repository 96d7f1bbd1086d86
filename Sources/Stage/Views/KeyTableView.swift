import Canvas

/// All keys, in as many columns as they need; where the window has not room for all columns, those with
/// the chosen row.
enum KeyTableView {
  static func draw(_ table: KeyTable, in rect: Rect, with painter: inout Painter) {
    let pitch = (painter.type.size(.label, .sans) * 1.55).rounded()
    let columns = columns(of: table, rows: max(Int(rect.height / pitch), 2))
    let gap = painter.px(22)
    let widths = Widths(columns.flatMap(\.self), in: rect.width, gap: gap, setter: painter.setter)
    let fitting = max(Int((rect.width + 3 * gap) / (widths.total + 3 * gap)), 1)
    let chosen = columns.firstIndex { $0.contains { $0.index == table.selection } } ?? 0
    let first = max(min(chosen, columns.count - 1) - fitting + 1, 0)
    for (place, column) in columns.dropFirst(first).prefix(fitting).enumerated() {
      let x = rect.x + Float(place) * (widths.total + 3 * gap)
      for (row, line) in column.enumerated() {
        let box = Rect(x: x, y: rect.y + Float(row) * pitch, width: widths.total, height: pitch)
        draw(line, widths, isChosen: line.index == table.selection, in: box, with: &painter)
      }
    }
    if columns.count > fitting {
      painter.scrollMark(first: first, shown: fitting, of: columns.count, in: rect)
    }
  }

  private enum Line {
    case heading(String)
    case gap
    case row(KeyHint, index: Int)

    var index: Int? { if case .row(_, let index) = self { index } else { nil } }
  }

  /// Headings and rows column by column; a heading never stands last, and a section that fits into what
  /// a column has left is not broken.
  private static func columns(of table: KeyTable, rows: Int) -> [[Line]] {
    var columns: [[Line]] = [[]]
    var index = 0
    for section in table.sections {
      let used = columns[columns.count - 1].count
      if used > 0, used + section.rows.count + 2 > rows, section.rows.count < rows || used + 3 > rows {
        columns.append([])
      }
      if !columns[columns.count - 1].isEmpty { columns[columns.count - 1].append(.gap) }
      columns[columns.count - 1].append(.heading(section.heading))
      for row in section.rows {
        if columns[columns.count - 1].count == rows { columns.append([]) }
        columns[columns.count - 1].append(.row(row, index: index))
        index += 1
      }
    }
    return columns
  }

  private struct Widths {
    var keys: Float = 0
    var does: Float = 0
    let gap: Float
    var total: Float { keys + gap + does }

    init(_ lines: [Line], in width: Float, gap: Float, setter: Typesetter) {
      self.gap = gap
      for case .row(let hint, _) in lines {
        keys = max(keys, setter.width(hint.key, .label, .sansSemiBold).rounded(.up))
        does = max(does, setter.width(hint.does).rounded(.up))
      }
      does = max(min(does, width - keys - gap), 0)
    }
  }

  private static func draw(
    _ line: Line, _ widths: Widths, isChosen: Bool, in box: Rect, with painter: inout Painter
  ) {
    let theme = painter.theme
    switch line {
    case .gap: break
    case .heading(let text):
      painter.text(text, in: box, painter.style(theme.secondaryText, .heading, .sansSemiBold))
    case .row(let hint, let index):
      if isChosen { painter.litRow(box) }
      painter.text(hint.key, in: box, painter.style(theme.text, .label, .sansSemiBold))
      let does = Rect(
        x: box.x + widths.keys + widths.gap, y: box.y, width: widths.does + 1, height: box.height)
      painter.text(hint.does, in: does, painter.style(isChosen ? theme.text : theme.secondaryText))
      painter.hits.add(box, .menuItem(index))
    }
  }
}
