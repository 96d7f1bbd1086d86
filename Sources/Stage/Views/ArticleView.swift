import Canvas

/// Something to be read, entry by entry: a table where there is room, else one text below the other. The
/// chosen entry is always shown; the rest is scrolled to.
struct ArticleView {
  private let article: Article
  private let columns: Columns
  private let entries: [Entry]
  private let gap: Float

  static func draw(_ article: Article, in rect: Rect, with pen: inout Pen) {
    ArticleView(article, in: rect, pen: pen).draw(with: &pen)
  }

  /// Where the columns stand.
  private struct Columns {
    var room: Rect
    var heading: Rect?
    var title: ClosedRange<Float>
    /// One for each text; all the same where they stand below each other.
    var texts: [ClosedRange<Float>]

    init(_ count: Int, in rect: Rect, pen: Pen) {
      let em = pen.type.size(.label, .sans)
      let gap = (em * 2).rounded()
      room = rect.inset(x: pen.px(20), y: pen.px(10))
      guard room.width > em * 64 else {
        title = room.minX...room.maxX
        texts = Array(repeating: title, count: count)
        return
      }
      let height = (pen.type.size(.heading, .sansSemiBold) * 1.9).rounded()
      heading = Rect(x: room.x, y: room.y, width: room.width, height: height)
      let first = (room.width * 0.22).rounded()
      let width = ((room.width - first - gap * Float(count)) / Float(count)).rounded(.down)
      title = room.minX...(room.minX + first)
      texts = (0..<count).map { [room] index in
        let x = room.x + first + gap + Float(index) * (width + gap)
        return x...(x + width)
      }
    }

    var isTable: Bool { heading != nil }
    var body: Rect {
      Rect(minX: room.minX, minY: heading?.maxY ?? room.minY, maxX: room.maxX, maxY: room.maxY)
    }
  }

  /// An entry broken into lines.
  private struct Entry {
    var title: [String]
    var notes: [[String]]
    var texts: [[String]]
    var height: Float = 0

    init(_ entry: Article.Entry, _ article: Article, _ columns: Columns, setter: Typesetter) {
      let label = setter.type.lineHeight(.label)
      let width = columns.title.upperBound - columns.title.lowerBound
      title = setter.wrapped(entry.title, to: width, .label, .sansSemiBold)
      notes = entry.notes.enumerated().map { index, note in
        setter.wrapped(note, to: width, .label, index == 0 ? .mono : .sans)
      }
      texts = zip(entry.texts, columns.texts).enumerated().map { index, text in
        let said = columns.isTable ? text.0 : "\(article.columns[index]): \(text.0)"
        return setter.wrapped(said, to: text.1.upperBound - text.1.lowerBound, .label, .sans)
      }
      let first = title.count + notes.reduce(0) { $0 + $1.count }
      let others = texts.map(\.count)
      let lines = columns.isTable ? max(first, others.max() ?? 0) : first + others.reduce(0, +)
      height = Float(lines) * label
    }
  }

  private init(_ article: Article, in rect: Rect, pen: Pen) {
    self.article = article
    columns = Columns(article.columns.count, in: rect, pen: pen)
    gap = (pen.type.lineHeight(.label) * 0.7).rounded()
    entries = article.entries.map { [columns] in Entry($0, article, columns, setter: pen.setter) }
  }

  private func draw(with pen: inout Pen) {
    if let heading = columns.heading {
      for (text, range) in zip(article.columns, columns.texts) {
        pen.text(
          text,
          in: Rect(minX: range.lowerBound, minY: heading.minY, maxX: range.upperBound, maxY: heading.maxY),
          pen.style(pen.theme.secondaryText, .heading, .sansSemiBold))
      }
    }
    let body = columns.body
    let first = firstShown(in: body.height)
    var y = body.y
    var shown = 0
    for index in entries.indices.dropFirst(first) {
      let entry = entries[index]
      // A part of an entry would be a sentence without its end.
      guard y + entry.height + gap <= body.maxY || index == first else { break }
      let row = Rect(x: body.x, y: y, width: body.width, height: entry.height + gap)
      if index == article.selection { pen.litRow(row) }
      draw(entry, in: row, with: &pen)
      pen.hits.add(row, .menuItem(index))
      y = row.maxY
      shown += 1
    }
    pen.scrollMark(ShownRows(first: first, count: shown, of: entries.count), in: body)
  }

  /// As little scrolled as shows all of the chosen entry, and fills the page at the end.
  private func firstShown(in height: Float) -> Int {
    var first = min(article.selection, entries.count - 1)
    var used: Float = entries.isEmpty ? 0 : entries[first].height + gap
    while first > 0, used + entries[first - 1].height + gap <= height {
      first -= 1
      used += entries[first].height + gap
    }
    return max(first, 0)
  }

  private func draw(_ entry: Entry, in row: Rect, with pen: inout Pen) {
    let theme = pen.theme
    let top = row.y + (gap / 2).rounded()
    func place(_ range: ClosedRange<Float>, _ y: Float) -> Rect {
      Rect(minX: range.lowerBound, minY: y, maxX: range.upperBound, maxY: row.maxY)
    }
    var y = top
    y += pen.lines(
      entry.title, in: place(columns.title, y), pen.style(theme.text, .label, .sansSemiBold))
    for (index, note) in entry.notes.enumerated() {
      let style = pen.style(theme.secondaryText, .label, index == 0 ? .mono : .sans)
      y += pen.lines(note, in: place(columns.title, y), style)
    }
    for (text, range) in zip(entry.texts, columns.texts) {
      let height = pen.lines(
        text, in: place(range, columns.isTable ? top : y), pen.style(theme.text))
      if !columns.isTable { y += height }
    }
  }
}
