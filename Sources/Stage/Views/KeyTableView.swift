import Canvas

/// All keys, in as many columns as they need; where the window has not room for all columns, those with
/// the chosen row. The type is as large as all of them allow.
enum KeyTableView {
  static func draw(_ table: KeyTable, in rect: Rect, with pen: inout Pen) {
    let setting = Setting.largest(of: table, in: rect, pen)
    let (columns, widths, fitting, pitch) = (
      setting.columns, setting.widths, setting.fitting, setting.pitch
    )
    let chosen = columns.firstIndex { $0.contains { $0.index == table.selection } } ?? 0
    let first = max(min(chosen, columns.count - 1) - fitting + 1, 0)
    for (place, column) in columns.dropFirst(first).prefix(fitting).enumerated() {
      let x = rect.x + Float(place) * (widths.total + 3 * widths.gap)
      for (row, line) in column.enumerated() {
        let box = Rect(x: x, y: rect.y + Float(row) * pitch, width: widths.total, height: pitch)
        draw(line, widths, setting.role, isChosen: line.index == table.selection, in: box, with: &pen)
      }
    }
    pen.scrollMark(ShownRows(first: first, count: fitting, of: columns.count), in: rect)
  }

  /// The table in type of a size.
  private struct Setting {
    let role: TypeScale.Role
    let pitch: Float
    let columns: [[Line]]
    let widths: Widths
    /// Columns that find room beside each other.
    let fitting: Int
    var fits: Bool { columns.count <= fitting }

    /// The one in the largest type in which all columns find room; labels' if none does.
    static func largest(of table: KeyTable, in rect: Rect, _ pen: Pen) -> Setting {
      for role in [TypeScale.Role.body, .heading] {
        let setting = Setting(table, role: role, in: rect, pen)
        if setting.fits { return setting }
      }
      return Setting(table, role: .label, in: rect, pen)
    }

    init(_ table: KeyTable, role: TypeScale.Role, in rect: Rect, _ pen: Pen) {
      self.role = role
      pitch = (pen.type.size(role, .sans) * 1.55).rounded()
      columns = KeyTableView.columns(of: table, rows: max(Int(rect.height / pitch), 2))
      let gap = pen.px(22)
      widths = Widths(columns.flatMap(\.self), role, in: rect.width, gap: gap, setter: pen.setter)
      fitting = max(Int((rect.width + 3 * gap) / (widths.total + 3 * gap)), 1)
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

    init(_ lines: [Line], _ role: TypeScale.Role, in width: Float, gap: Float, setter: Typesetter) {
      self.gap = gap
      for case .row(let hint, _) in lines {
        keys = max(keys, setter.width(hint.key, role, .sansSemiBold).rounded(.up))
        does = max(does, setter.width(hint.does, role).rounded(.up))
      }
      does = max(min(does, width - keys - gap), 0)
    }
  }

  private static func draw(
    _ line: Line, _ widths: Widths, _ role: TypeScale.Role, isChosen: Bool, in box: Rect,
    with pen: inout Pen
  ) {
    let theme = pen.theme
    switch line {
    case .gap: break
    case .heading(let text):
      pen.text(text, in: box, pen.style(theme.secondaryText, .heading, .sansSemiBold))
    case .row(let hint, let index):
      if isChosen { pen.litRow(box) }
      pen.text(hint.key, in: box, pen.style(theme.text, role, .sansSemiBold))
      let does = Rect(
        x: box.x + widths.keys + widths.gap, y: box.y, width: widths.does + 1, height: box.height)
      pen.text(hint.does, in: does, pen.style(isChosen ? theme.text : theme.secondaryText, role))
      pen.hits.add(box, .menuItem(index))
    }
  }
}
