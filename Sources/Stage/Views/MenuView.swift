import Canvas

/// What can be opened, in sections side by side where there is room.
enum MenuView {
  static func draw(_ menu: Menu, in rect: Rect, with pen: inout Pen) {
    let em = pen.type.size(.label, .sans)
    let columns = rect.width > em * 60 ? min(menu.sections.count, 2) : 1
    guard columns > 0 else { return }
    let gap = pen.px(28)
    let width = (rect.width - gap * Float(columns - 1)) / Float(columns)
    let rows = Rows(menu, columns: columns, in: rect, width: width, gap: gap, pen: pen)
    for (index, section) in menu.sections.enumerated() {
      if let heading = rows.headings[index] {
        pen.text(
          section.heading, in: heading, pen.style(pen.theme.secondaryText, .heading, .sansSemiBold))
      }
    }
    if let filter = menu.filter, let heading = rows.headings.first ?? nil {
      draw(filter, behind: menu.sections[0].heading, in: heading, with: &pen)
    }
    let items = menu.sections.flatMap(\.items)
    for (index, item) in items.enumerated() {
      guard let row = rows.items[index] else { continue }
      draw(item, isSelected: index == menu.selection, in: row, with: &pen)
      pen.hits.add(row, .menuItem(index))
    }
    let shown = rows.items.indices.filter { rows.items[$0] != nil }
    pen.scrollMark(ShownRows(first: shown.first ?? 0, count: shown.count, of: items.count), in: rect)
  }

  /// What has been typed, behind the heading.
  private static func draw(
    _ filter: Menu.Filter, behind name: String, in heading: Rect, with pen: inout Pen
  ) {
    var row = heading
    row.x += pen.setter.width(name, .heading, .sansSemiBold) + pen.px(28)
    row.width = max(heading.maxX - row.x, 0)
    let width = pen.entry(filter.typed, in: row) + pen.px(18)
    let room = Rect(minX: row.x + width, minY: row.minY, maxX: max(row.maxX, row.x + width), maxY: row.maxY)
    pen.text(filter.hint, in: room, pen.style(pen.theme.secondaryText))
  }

  /// Where everything stands; nil for what the window has no room for, which is scrolled to.
  private struct Rows {
    var headings: [Rect?] = []
    var items: [Rect?] = []

    init(_ menu: Menu, columns: Int, in rect: Rect, width: Float, gap: Float, pen: Pen) {
      let heading = (pen.type.size(.heading, .sansSemiBold) * 2).rounded()
      let item = (pen.type.lineHeight(.body) + pen.type.lineHeight(.label) + pen.px(20)).rounded()
      var y = [Float](repeating: rect.y, count: columns)
      var places: [(isItem: Bool, column: Int, rect: Rect)] = []
      var selected: Rect?
      var index = 0
      for (number, section) in menu.sections.enumerated() {
        let column = number % columns
        let x = rect.x + Float(column) * (width + gap)
        places.append((false, column, Rect(x: x, y: y[column], width: width, height: heading)))
        y[column] += heading
        for _ in section.items {
          let place = Rect(x: x, y: y[column], width: width, height: item)
          if index == menu.selection { selected = place }
          places.append((true, column, place))
          y[column] += item + pen.px(8)
          index += 1
        }
        y[column] += gap
      }
      let scroll = max((selected?.maxY ?? 0) - rect.maxY, 0)
      let selectedColumn = places.first { $0.rect == selected }?.column
      for place in places {
        let moved = place.column == selectedColumn ? place.rect.offset(x: 0, y: -scroll) : place.rect
        let shown = moved.minY >= rect.minY - 0.5 && moved.maxY <= rect.maxY + 0.5 ? moved : nil
        if place.isItem { items.append(shown) } else { headings.append(shown) }
      }
    }
  }

  private static func draw(_ item: Menu.Item, isSelected: Bool, in row: Rect, with pen: inout Pen) {
    let theme = pen.theme
    pen.panel(row)
    if isSelected {
      pen.list.stroke(row, radius: pen.px(12), width: pen.px(3), theme.ring)
    }
    let room = row.inset(x: pen.px(20), y: pen.px(10))
    let name = pen.type.lineHeight(.body)
    pen.text(
      item.name, in: Rect(x: room.x, y: room.y, width: room.width, height: name),
      pen.style(theme.text, .body, .sansSemiBold))
    pen.text(
      item.detail,
      in: Rect(x: room.x, y: room.y + name, width: room.width, height: pen.type.lineHeight(.label)),
      pen.style(theme.secondaryText))
  }
}
