import Canvas
import Simulation
import Words

/// What the colours, letters and frames of the map mean.
struct LegendView {
  private enum Entry {
    case page(PageMap.LegendEntry)
    case pageblockCell, kernelCell, reservedCell
    case freeScale
    case notMovable
  }

  private let entries: [(entry: Entry, label: String)]
  private let scale: FreeScale

  init?(map: Scene.Map, theme: Theme, words: Catalogue, pageblocksPerCell: Int = 1, showsPages: Bool = false)
  {
    switch map {
    case .pages(let map):
      scale = theme.freeScale(orders: map.maxOrder + 1)
      entries = map.legend.map { (.page($0), words(Self.key(of: $0))) }
    case .board(let map):
      scale = theme.freeScale(orders: map.maxOrder + 1)
      entries =
        showsPages
        ? Self.closeEntries.map { (.page($0), words(Self.key(of: $0))) }
        : Self.boardEntries(words, pageblocksPerCell)
    case .menu, .keys, .article, .events: return nil
    }
  }

  /// What a board shows where its pages are seen.
  private static let closeEntries: [PageMap.LegendEntry] = [
    .page(.free(0)), .page(.anonymous), .page(.file), .page(.kernel), .page(.pinned), .page(.reserved),
    .pageblock(.unmovable), .pageblock(.reclaimable), .skipHint,
  ]

  private static func boardEntries(_ words: Catalogue, _ pageblocksPerCell: Int) -> [(Entry, String)] {
    var entries: [(Entry, String)] = [
      (.pageblockCell, words("board.legend.pageblock")), (.kernelCell, words("board.legend.cannot-move")),
      (.reservedCell, words("page.reserved")), (.freeScale, words("board.legend.largest-free")),
      (.notMovable, words("board.legend.not-movable")),
    ]
    if pageblocksPerCell > 1 {
      entries[0].1 = words("board.legend.grouped", ["count": .number(pageblocksPerCell)])
    }
    return entries
  }

  private static func key(of entry: PageMap.LegendEntry) -> String {
    switch entry {
    case .page(let look): look.key
    case .pageblock(let type): "migratetype.\(type).name"
    case .skipHint: "page.skip-hint"
    }
  }

  private static func lineHeight(_ setter: Typesetter) -> Float {
    (setter.type.size(.label, .sans) * 1.8).rounded()
  }

  /// Pixels that the legend takes at a width; as many lines as it needs, two at most.
  static func height(of map: Scene.Map, width: Float, setter: Typesetter, unit: Float) -> Float {
    let entries: [(Entry, String)]
    switch map {
    case .pages(let map): entries = map.legend.map { (.page($0), setter.words(key(of: $0))) }
    case .board: entries = boardEntries(setter.words, 4)
    case .menu, .keys, .article, .events: return 0
    }
    guard !entries.isEmpty else { return 0 }
    return Float(lines(entries, width: width, setter: setter, unit: unit).count) * lineHeight(setter)
  }

  /// Entries in lines of at most `width`; what does not fit into two lines is left out.
  private static func lines(
    _ entries: [(Entry, String)], width: Float, setter: Typesetter, unit: Float
  ) -> [[(entry: Entry, label: String, width: Float)]] {
    let gap = (22 * unit).rounded()
    var lines: [[(entry: Entry, label: String, width: Float)]] = [[]]
    var x: Float = 0
    for (entry, label) in entries {
      let wide = symbolWidth(entry, setter: setter, unit: unit) + setter.width(label) + (9 * unit).rounded()
      if x + wide > width, !lines[lines.count - 1].isEmpty {
        lines.append([])
        x = 0
      }
      guard wide <= width else { continue }
      lines[lines.count - 1].append((entry, label, wide))
      x += wide + gap
    }
    return Array(lines.prefix(2))
  }

  private static func symbolWidth(_ entry: Entry, setter: Typesetter, unit: Float) -> Float {
    let em = setter.type.size(.label, .sans)
    return switch entry {
    case .freeScale: (em * 9).rounded()
    case .pageblockCell, .kernelCell, .reservedCell: (em * 0.9).rounded()
    case .notMovable: (em * 1.2).rounded()
    case .page: (em * 1.3).rounded()
    }
  }

  func draw(in rect: Rect, with painter: inout Painter) {
    let pitch = Self.lineHeight(painter.setter)
    let lines = Self.lines(entries, width: rect.width, setter: painter.setter, unit: painter.unit)
    for (index, line) in lines.enumerated() where Float(index + 1) * pitch <= rect.height + 1 {
      var x = rect.x
      for (entry, label, width) in line {
        let row = Rect(x: x, y: rect.y + Float(index) * pitch, width: width, height: pitch)
        draw(entry, label, in: row, with: &painter)
        x += width + painter.px(22)
      }
    }
  }

  private func draw(_ entry: Entry, _ label: String, in row: Rect, with painter: inout Painter) {
    let width = Self.symbolWidth(entry, setter: painter.setter, unit: painter.unit)
    let em = painter.type.size(.label, .sans)
    let height = (em * 1.35).rounded()
    var symbol = Rect(x: row.x, y: (row.midY - height / 2).rounded(), width: width, height: height)
    var text = row
    text.x += width + painter.px(9)
    text.width = row.maxX - text.x + 1
    if case .freeScale = entry {
      text.x = row.x
      symbol.x = row.maxX - width
      text.width = symbol.x - text.x
    }
    draw(entry, in: symbol, size: em, with: &painter)
    painter.text(label, in: text, painter.style(painter.theme.secondaryText))
  }

  private func draw(_ entry: Entry, in symbol: Rect, size: Float, with painter: inout Painter) {
    let theme = painter.theme
    switch entry {
    case .page(.page(.held)): painter.cell(.held, in: symbol, scale: scale, glyphSize: size, label: false)
    case .page(.page(let look)): painter.cell(look, in: symbol, scale: scale, glyphSize: size)
    case .page(.pageblock(let type)):
      painter.list.roundedFill(symbol, radius: painter.px(6), theme.markedFrame)
      painter.text(
        painter.words("migratetype.\(type).letter"), in: symbol,
        painter.style(theme.background, .label, .sansSemiBold), .center)
    case .page(.skipHint): painter.chevrons(in: symbol)
    case .pageblockCell:
      let half = Rect(x: symbol.x, y: symbol.y, width: symbol.width, height: (symbol.height * 0.45).rounded())
      painter.boardFree(half, order: 2, scale: scale)
      painter.boardUsed(
        Rect(minX: symbol.x, minY: half.maxY + 1, maxX: symbol.maxX, maxY: symbol.maxY), theme.canMove)
    case .kernelCell:
      painter.boardUsed(symbol, theme.cannotMove)
      painter.courses(symbol, every: painter.px(5))
    case .reservedCell: painter.reserved(symbol)
    case .freeScale: drawScale(in: symbol, with: &painter)
    case .notMovable:
      painter.list.fill(
        Rect(x: symbol.x, y: symbol.midY - 1, width: symbol.width, height: painter.px(3)), theme.markedFrame)
    }
  }

  /// "0 ▉▉▉▉ 10" in the colours of the orders.
  private func drawScale(in rect: Rect, with painter: inout Painter) {
    let style = painter.style(painter.theme.secondaryText)
    let last = Glyphs.number(scale.orders - 1)
    let gap = painter.px(6)
    let lead = painter.text("0", in: rect, style) + gap
    let trail = painter.text(last, in: rect, style, .right) + gap
    let bar = Rect(minX: rect.x + lead, minY: rect.y, maxX: rect.maxX - trail, maxY: rect.maxY)
    let step = bar.width / Float(scale.orders)
    for order in 0..<scale.orders {
      let cell = Rect(
        minX: (bar.x + Float(order) * step).rounded(), minY: bar.y,
        maxX: (bar.x + Float(order + 1) * step).rounded() - 1, maxY: bar.maxY)
      painter.boardFree(cell, order: order, scale: scale)
    }
  }
}
