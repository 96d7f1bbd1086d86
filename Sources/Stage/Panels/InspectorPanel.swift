import Canvas

extension Panel {
  public static let inspector = Panel("inspector")
}

/// All that is known of a page, block, pageblock and zone, with its history; what finds no room is
/// scrolled to.
struct InspectorPanel: ColumnPanel {
  static let panel = Panel.inspector
  static let worth = 80
  static let stay = PanelStay.whileOpen

  /// Distance of lines in em.
  private static let pitch: Float = 1.4
  let inspector: Inspector

  func need(_ sizes: PanelSizes) -> PanelNeed {
    let pitch = (sizes.em * Self.pitch).rounded()
    // As much whatever is looked at, and no more than a part of the window: the rest is scrolled to.
    let share = (sizes.isBesideBoard ? 0.3 : 0.42) / max(sizes.setter.type.textScale * 0.75, 1)
    let rows = max(Int(sizes.unit * 1080 * share / pitch), 4)
    return PanelNeed(
      width: sizes.full, least: sizes.em * 15, fixed: sizes.frame, rows: rows, pitch: pitch)
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let (_, body) = PanelFrame.draw(inspector.title, in: rect, with: &pen)
    let pitch = (pen.type.size(.label, .sans) * Self.pitch).rounded()
    let rows = InspectorRow.all(of: inspector, width: body.width, setter: pen.setter, gap: pen.px(14))
    let line = inspector.selection ?? inspector.focus
    let kept = rows.lastIndex { $0.line == line } ?? 0
    let shown = ShownRows(of: rows.count, fitting: Int(body.height / pitch), around: kept)
    for (index, row) in rows[shown.range].enumerated() {
      let place = Rect(x: body.x, y: body.y + Float(index) * pitch, width: body.width, height: pitch)
      if row.line == inspector.selection { pen.litRow(place) }
      draw(row, at: inspector.step, in: place, with: &pen)
      pen.hits.add(place, .inspectorLine(row.line))
    }
    pen.scrollMark(shown, in: body)
  }

  private func draw(
    _ row: InspectorRow, at step: Int, in place: Rect, with pen: inout Pen
  ) {
    let theme = pen.theme
    switch row.content {
    case .section(let name): pen.text(name, in: place, pen.style(theme.text, .label, .sansSemiBold))
    case .fact(let name, let value): pen.fact(name, value, in: place)
    case .event(let when, let text):
      let color = when <= step ? theme.text : theme.secondaryText
      let number = pen.words("inspector.step", ["step": .number(when)])
      let width = pen.text(number, in: place, pen.style(color, .label, .sansSemiBold))
      let left = place.x + width + pen.px(12)
      pen.text(
        text, in: Rect(minX: left, minY: place.y, maxX: max(place.maxX, left), maxY: place.maxY),
        pen.style(color))
    case .more(let when, let text):
      let color = when <= step ? theme.text : theme.secondaryText
      pen.text(text, in: place, pen.style(color), .right)
    }
  }
}

/// A row of the inspector. A line that is too long for one has several.
struct InspectorRow {
  enum Content {
    case section(String)
    /// One of both may be empty.
    case fact(name: String, value: String)
    case event(step: Int, text: String)
    /// The rest of an event.
    case more(step: Int, text: String)
  }

  /// The line that it is of, from 0.
  var line: Int
  var content: Content

  static func all(of inspector: Inspector, width: Float, setter: Typesetter, gap: Float) -> [InspectorRow] {
    inspector.lines.enumerated().flatMap { index, line in
      contents(of: line, width: width, setter: setter, gap: gap).map {
        InspectorRow(line: index, content: $0)
      }
    }
  }

  private static func contents(
    of line: Inspector.Line, width: Float, setter: Typesetter, gap: Float
  ) -> [Content] {
    switch line {
    case .section(let name):
      return setter.wrapped(name, to: width, .label, .sansSemiBold).map { .section($0) }
    case .fact(let name, let value):
      let both = setter.width(name) + gap + setter.width(value, .label, .sansSemiBold) + 1
      if value.isEmpty || both <= width {
        return setter.width(name) <= width
          ? [.fact(name: name, value: value)]
          : setter.wrapped(name, to: width, .label, .sans).map { .fact(name: $0, value: "") }
      }
      return setter.wrapped(name, to: width, .label, .sans).map { .fact(name: $0, value: "") }
        + setter.wrapped(value, to: width, .label, .sansSemiBold).map { .fact(name: "", value: $0) }
    case .event(let step, let text):
      let number = setter.words("inspector.step", ["step": .number(step)])
      let room = width - setter.width(number, .label, .sansSemiBold) - gap
      guard setter.width(text) > room else { return [.event(step: step, text: text)] }
      let head = room > 0 ? setter.wrapped(text, to: room, .label, .sans).first ?? "" : ""
      let rest = text.dropFirst(head.count).drop { $0 == " " }
      return [.event(step: step, text: head)]
        + setter.wrapped(String(rest), to: width, .label, .sans).map { .more(step: step, text: $0) }
    }
  }
}

extension Pen {
  /// A name at the left of a row and what it is at the right, which is the last to be cut off.
  mutating func fact(_ name: String, _ value: String, in row: Rect) {
    let gap = px(14)
    let valueWidth = min(setter.width(value, .label, .sansSemiBold) + 1, row.width)
    let nameWidth = max(row.width - valueWidth - gap, 0)
    text(
      name, in: Rect(x: row.x, y: row.y, width: nameWidth, height: row.height), style(theme.secondaryText))
    text(
      value, in: Rect(x: row.maxX - valueWidth, y: row.y, width: valueWidth, height: row.height),
      style(theme.text, .label, .sansSemiBold), .right)
  }
}
