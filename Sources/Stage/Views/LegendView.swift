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

  /// - Parameter details: the pageblocks of a board whose pages are seen; none where these are not told apart.
  init?(
    map: Scene.Map, theme: Theme, words: Catalogue, pageblocksPerCell: Int = 1,
    details: [PageblockDetail] = []
  ) {
    switch map {
    case .pages(let map):
      scale = theme.freeScale(orders: map.maxOrder + 1)
      entries = map.legend.map { (.page($0), words(Self.key(of: $0))) }
    case .board(let map):
      scale = theme.freeScale(orders: map.maxOrder + 1)
      entries =
        details.isEmpty
        ? Self.boardEntries(words, pageblocksPerCell)
        : (Self.closeEntries + Self.rareEntries(in: details)).map { (.page($0), words(Self.key(of: $0))) }
    case .menu, .home, .keys, .article, .events: return nil
    }
  }

  /// What a board shows where its pages are seen.
  private static let closeEntries: [PageMap.LegendEntry] = [
    .page(.free(0)), .page(.anonymous), .page(.file), .page(.largeFolio), .page(.kernel), .page(.slab),
    .page(.pageTable), .page(.pinned), .page(.reserved), .page(.onPerCPUList), .page(.source(1)),
    .page(.target(1)), .page(.held), .pageblock(.unmovable), .pageblock(.reclaimable), .pageblock(.cma),
    .skipHint,
  ]

  /// What is seldom there, where it is seen; it stands behind the others and moves none of them.
  private static func rareEntries(in details: [PageblockDetail]) -> [PageMap.LegendEntry] {
    let looks: [PageLook] = [
      .dirty, .writeback, .unevictable, .movableOps, .pinnedFile, .hugetlb, .captured,
    ]
    let types: [Migratetype] = [.highAtomic, .isolate]
    var (seen, seenTypes): (Set<PageLook>, Set<Migratetype>) = ([], [])
    for detail in details {
      seenTypes.insert(detail.pageblock.migratetype)
      for run in detail.runs {
        switch run.look {
        case .dirty, .writeback, .unevictable, .movableOps, .pinnedFile, .hugetlb, .captured:
          seen.insert(run.look)
        case .free, .anonymous, .file, .largeFolio, .pinned, .kernel, .slab, .pageTable, .reserved, .source,
          .target, .held, .onPerCPUList:
          break
        }
      }
    }
    return looks.filter(seen.contains).map { .page($0) }
      + types.filter(seenTypes.contains).map { .pageblock($0) }
  }

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

  static func lineHeight(_ setter: Typesetter) -> Float {
    (setter.type.size(.label, .sans) * 1.8).rounded()
  }

  /// Pixels that the legend takes at a width; as many lines as it needs, three at most.
  static func height(of map: Scene.Map, width: Float, setter: Typesetter, unit: Float) -> Float {
    let entries: [(Entry, String)]
    switch map {
    case .pages(let map):
      let room = map.legendRoom.isEmpty ? map.legend : map.legendRoom
      entries = room.map { (.page($0), setter.words(key(of: $0))) }
    case .board:
      // As much room from far and from near, so that looking closer moves nothing.
      let close = closeEntries.map { (Entry.page($0), setter.words(key(of: $0))) }
      let ways = [boardEntries(setter.words, 4), close].map {
        lines($0, width: width, setter: setter, unit: unit).count
      }
      return Float(ways.max() ?? 0) * lineHeight(setter)
    case .menu, .home, .keys, .article, .events: return 0
    }
    guard !entries.isEmpty else { return 0 }
    return Float(lines(entries, width: width, setter: setter, unit: unit).count) * lineHeight(setter)
  }

  /// Entries in lines of at most `width`; what does not fit into three lines is left out.
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
    return Array(lines.prefix(mostLines))
  }

  private static let mostLines = 3

  private static func symbolWidth(_ entry: Entry, setter: Typesetter, unit: Float) -> Float {
    let em = setter.type.size(.label, .sans)
    return switch entry {
    case .freeScale: (em * 9).rounded()
    case .pageblockCell, .kernelCell, .reservedCell: (em * 0.9).rounded()
    case .notMovable: (em * 1.2).rounded()
    case .page: (em * 1.3).rounded()
    }
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let pitch = Self.lineHeight(pen.setter)
    let lines = Self.lines(entries, width: rect.width, setter: pen.setter, unit: pen.unit)
    for (index, line) in lines.enumerated() where Float(index + 1) * pitch <= rect.height + 1 {
      var x = rect.x
      for (entry, label, width) in line {
        let row = Rect(x: x, y: rect.y + Float(index) * pitch, width: width, height: pitch)
        draw(entry, label, in: row, with: &pen)
        x += width + pen.px(22)
      }
    }
  }

  private func draw(_ entry: Entry, _ label: String, in row: Rect, with pen: inout Pen) {
    let width = Self.symbolWidth(entry, setter: pen.setter, unit: pen.unit)
    let em = pen.type.size(.label, .sans)
    let height = (em * 1.35).rounded()
    var symbol = Rect(x: row.x, y: (row.midY - height / 2).rounded(), width: width, height: height)
    var text = row
    text.x += width + pen.px(9)
    text.width = row.maxX - text.x + 1
    if case .freeScale = entry {
      text.x = row.x
      symbol.x = row.maxX - width
      text.width = symbol.x - text.x
    }
    draw(entry, in: symbol, size: em, with: &pen)
    pen.text(label, in: text, pen.style(pen.theme.secondaryText))
  }

  private func draw(_ entry: Entry, in symbol: Rect, size: Float, with pen: inout Pen) {
    let theme = pen.theme
    switch entry {
    case .page(.page(.held)): pen.cell(.held, in: symbol, scale: scale, glyphSize: size, label: false)
    case .page(.page(let look)): pen.cell(look, in: symbol, scale: scale, glyphSize: size)
    case .page(.pageblock(let type)):
      pen.list.roundedFill(symbol, radius: pen.px(6), theme.markedFrame)
      pen.text(
        pen.words("migratetype.\(type).letter"), in: symbol,
        pen.style(theme.background, .label, .sansSemiBold), .center)
    case .page(.skipHint): pen.chevrons(in: symbol)
    case .pageblockCell:
      let half = Rect(x: symbol.x, y: symbol.y, width: symbol.width, height: (symbol.height * 0.45).rounded())
      pen.boardFree(half, order: 2, scale: scale)
      pen.boardUsed(
        Rect(minX: symbol.x, minY: half.maxY + 1, maxX: symbol.maxX, maxY: symbol.maxY), theme.canMove)
    case .kernelCell:
      pen.boardUsed(symbol, theme.cannotMove)
      pen.courses(symbol, every: pen.px(5))
    case .reservedCell: pen.reserved(symbol)
    case .freeScale: drawScale(in: symbol, with: &pen)
    case .notMovable:
      pen.list.fill(
        Rect(x: symbol.x, y: symbol.midY - 1, width: symbol.width, height: pen.px(3)), theme.markedFrame)
    }
  }

  /// "0 ▉▉▉▉ 10" in the colours of the orders.
  private func drawScale(in rect: Rect, with pen: inout Pen) {
    let style = pen.style(pen.theme.secondaryText)
    let last = Glyphs.number(scale.orders - 1)
    let gap = pen.px(6)
    let lead = pen.text("0", in: rect, style) + gap
    let trail = pen.text(last, in: rect, style, .right) + gap
    let bar = Rect(minX: rect.x + lead, minY: rect.y, maxX: rect.maxX - trail, maxY: rect.maxY)
    let step = bar.width / Float(scale.orders)
    for order in 0..<scale.orders {
      let cell = Rect(
        minX: (bar.x + Float(order) * step).rounded(), minY: bar.y,
        maxX: (bar.x + Float(order + 1) * step).rounded() - 1, maxY: bar.maxY)
      pen.boardFree(cell, order: order, scale: scale)
    }
  }
}
