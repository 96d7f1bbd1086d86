import Canvas

/// A run in miniature, drawn as on the map, without letters. It can't be pointed at.
enum FilmView {
  /// Pixels that it takes at a width, with its caption.
  static func height(_ film: Home.Film, width: Float, _ pen: Pen) -> Float {
    let map = geometry(film, in: Rect(x: 0, y: 0, width: width, height: width), pen)
    return (map.bounds.height + captionHeight(pen)).rounded()
  }

  /// What stands below the map, and the air around both.
  private static func captionHeight(_ pen: Pen) -> Float {
    3 * padding(pen) + 2 * pen.type.lineHeight(.label)
  }

  private static func padding(_ pen: Pen) -> Float { pen.px(16) }

  /// Cells a little wider than high, and lower where there is less room.
  private static func geometry(_ film: Home.Film, in rect: Rect, _ pen: Pen) -> PageGeometry {
    let room = rect.inset(x: padding(pen), y: 0)
    let em = (room.width / 54).rounded(.down)
    let rows = Float((film.map.range.count + 31) / 32)
    return PageGeometry(
      map: film.map,
      in: Rect(
        x: room.x, y: rect.y + padding(pen), width: room.width,
        height: min(rows * em * 1.9, max(rect.height - captionHeight(pen), 0))),
      margins: (0, 0), em: (em, em), cap: em * 0.5, unit: pen.unit)
  }

  static func draw(_ film: Home.Film, in rect: Rect, with pen: inout Pen) {
    pen.panel(rect)
    let geometry = geometry(film, in: rect, pen)
    let hits = pen.hits
    let first = pen.list.items.count
    PageView(map: film.map, geometry: geometry, scale: pen.theme.freeScale(orders: film.map.maxOrder + 1))
      .drawCells(with: &pen)
    pen.dropTexts(from: first)
    pen.hits = hits
    let line = pen.type.lineHeight(.label)
    var row = Rect(
      x: rect.x + padding(pen), y: rect.maxY - padding(pen) * 0.7 - 2 * line,
      width: rect.width - 2 * padding(pen),
      height: line)
    pen.text(film.caption, in: row, pen.style(pen.theme.text))
    row.y += line
    var right = row.maxX
    if let key = film.key {
      right -= pen.text(key.does, in: row, pen.style(pen.theme.secondaryText), .right) + pen.px(9)
      let rest = Rect(minX: row.x, minY: row.minY, maxX: right, maxY: row.maxY)
      right -=
        pen.text(key.key, in: rest, pen.style(pen.theme.text, .label, .sansSemiBold), .right) + pen.px(20)
    }
    pen.text(
      film.name, in: Rect(minX: row.x, minY: row.minY, maxX: right, maxY: row.maxY),
      pen.style(pen.theme.secondaryText))
  }
}

extension Pen {
  /// Takes the texts off the list that were put on it behind an item.
  fileprivate mutating func dropTexts(from first: Int) {
    let drawn = list.items[first...].filter { if case .text = $0 { false } else { true } }
    list.items.replaceSubrange(first..., with: drawn)
  }
}
