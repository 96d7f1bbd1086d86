import Canvas
import Simulation
import Words

/// The whole machine: what is used stands on the floor of each cell, what is free lies above and shines
/// with the largest free block.
struct BoardView {
  let map: BoardMap
  let geometry: BoardGeometry
  let scale: FreeScale
  var motion: BoardMotion?
  /// What is in a pageblock, asked only for those whose pages are seen.
  var detail: (Pfn) -> PageblockDetail?

  /// The cells, which may reach out of the viewport where they are looked at closely.
  func drawCells(with painter: inout Painter) {
    painter.hits.add(geometry)
    for row in geometry.rows { drawCells(of: row, with: &painter) }
    for region in map.regions { drawFrame(of: region, with: &painter) }
    for scanner in Scanner.allCases {
      if let earlier = map.change?.position(of: scanner).flatMap({ geometry.box(of: $0.pageblock) }) {
        let width = painter.px(2)
        painter.list.stroke(
          earlier.inset(by: -2 * width), radius: painter.px(4), width: width, scanner.hue(painter.theme),
          dash: .dashed)
      }
      if let box = box(of: scanner) { painter.cellFrame(box, scanner.hue(painter.theme)) }
    }
    drawMarked(with: &painter)
    drawInspector(with: &painter)
    drawArrow(with: &painter)
    drawGroup(with: &painter)
  }

  /// What stands between and beside the cells.
  func drawLabels(with painter: inout Painter) {
    let bounds = geometry.bounds
    for heading in geometry.headings
    where heading.y >= bounds.minY && heading.y + geometry.headingHeight <= bounds.maxY + 1 {
      draw(heading, with: &painter)
    }
    for band in geometry.bands where band.y >= bounds.minY && band.y + geometry.bandHeight <= bounds.maxY + 1
    {
      draw(band, with: &painter)
    }
    for (index, hole) in map.holes.enumerated() where !geometry.bands.contains(where: { $0.hole == index }) {
      drawName(of: hole, with: &painter)
    }
    let pills = drawPills(with: &painter)
    drawAddresses(avoiding: pills, with: &painter)
    drawNotes(avoiding: pills, with: &painter)
  }

  /// Around the frame of a scanner that is in the same cell.
  private func drawInspector(with painter: inout Painter) {
    guard let pfn = map.inspector, let box = geometry.box(of: pfn), box.intersects(geometry.bounds) else {
      return
    }
    if geometry.showsPages, !map.inspectsPageblock {
      return painter.ring(geometry.box(of: pfn, count: 1, in: box))
    }
    let isShared = Scanner.allCases.contains { self.box(of: $0) == box }
    guard isShared else { return painter.cellFrame(box, painter.theme.ring) }
    painter.list.stroke(
      box.inset(by: -3 * painter.px(3)), radius: painter.px(7), width: painter.px(2), painter.theme.ring)
  }

  // MARK: Zones and holes

  private func draw(_ heading: BoardGeometry.Heading, with painter: inout Painter) {
    let zone = map.zones[heading.zone]
    let row = Rect(
      x: geometry.bounds.x, y: heading.y, width: geometry.viewport.maxX - geometry.bounds.x,
      height: geometry.headingHeight - painter.px(7))
    let left = namesAreInMargin(painter) ? row.x : geometry.viewport.minX
    let name = painter.text(
      zone.name.description, in: Rect(minX: left, minY: row.y, maxX: row.maxX, maxY: row.maxY),
      painter.style(painter.theme.text, .heading, .sansSemiBold))
    var facts = row
    facts.x = max(geometry.viewport.minX, left + name + painter.px(14))
    facts.width = row.maxX - facts.x
    let values: [String: Value] = [
      "size": .bytes(zone.present * 4096),
      "count": .number((zone.present + (1 << map.pageblockOrder) - 1) >> map.pageblockOrder),
      "free": .share(Double(zone.freePages) / Double(max(zone.present, 1))),
    ]
    let long = painter.words("board.zone", values)
    let text = painter.setter.width(long) <= facts.width ? long : painter.words("board.zone-short", values)
    if zone.name == map.runZone, let between = map.pageblocksBetween {
      let room = facts.width - painter.setter.width(text) - painter.px(20)
      let texts = ["board.pageblocks-between", "zone.between"].map {
        painter.words($0, ["count": .number(between)])
      }
      if let distance = texts.first(where: { painter.setter.width($0) <= room }) {
        facts.width -=
          painter.text(distance, in: facts, painter.style(painter.theme.text), .right) + painter.px(20)
      }
    }
    painter.text(text, in: facts, painter.style(painter.theme.secondaryText))
  }

  private func draw(_ band: BoardGeometry.Band, with painter: inout Painter) {
    let hole = map.holes[band.hole]
    let row = Rect(
      x: geometry.viewport.minX, y: band.y, width: geometry.viewport.maxX - geometry.viewport.minX,
      height: geometry.bandHeight)
    painter.holeLabel(
      painter.words(
        "board.hole.\(hole.key)",
        painter.ends(of: hole.range)),
      in: row)
  }

  /// The name of a hole that is no row long, where its row has room for it.
  private func drawName(of hole: BoardMap.Hole, with painter: inout Painter) {
    guard let index = geometry.row(of: hole.range.lowerBound) else { return }
    let row = geometry.rows[index]
    let first = (hole.range.lowerBound - row.start + geometry.cellPages - 1) / geometry.cellPages
    let end = min((hole.range.upperBound - row.start) / geometry.cellPages, geometry.cellsPerRow)
    guard end > first, painter.type.capHeight(.label) < geometry.cell.height else { return }
    let room = geometry.box(row: row, cell: first).union(geometry.box(row: row, cell: end - 1))
      .inset(x: painter.px(12), y: 0)
    let keys = ["board.hole.\(hole.key)", "board.hole-name.\(hole.key)"]
    let texts = keys.map { painter.words($0, painter.ends(of: hole.range)) }
    guard let text = texts.first(where: { painter.setter.width($0) <= room.width }) else { return }
    painter.text(text, in: room, painter.style(painter.theme.secondaryText), .center)
  }

  // MARK: Cells

  private func drawCells(of row: BoardGeometry.Row, with painter: inout Painter) {
    let group = geometry.pageblocksPerCell
    let last = lastPresent(around: row)
    for index in geometry.visibleCells {
      let start = row.start + index * geometry.cellPages
      let first = (start - map.base) >> map.pageblockOrder
      guard start <= last, first < map.summaries.count else { break }
      guard first + group > 0 else { continue }
      var summary = PageblockSummary()
      for offset in max(first, 0)..<min(first + group, map.summaries.count) {
        if group == 1 { summary = map.summaries[offset] } else { summary.add(map.summaries[offset]) }
      }
      let box = geometry.box(row: row, cell: index)
      if geometry.showsPages, summary.present > 0, let detail = detail(start) {
        let view = PageblockView(start: start, detail: detail, geometry: geometry, scale: scale)
        view.draw(in: box, with: &painter)
      } else {
        draw(summary, from: start, in: box, with: &painter)
      }
    }
  }

  /// Last page of the zone that a row belongs to.
  private func lastPresent(around row: BoardGeometry.Row) -> Pfn {
    let end = row.start + geometry.cellsPerRow * geometry.cellPages
    let last = map.zones.compactMap(\.ranges.last).first { $0.upperBound >= row.start }
    let range = map.zones.flatMap(\.ranges).last { $0.lowerBound < end && $0.upperBound >= row.start }
    return min(range?.upperBound ?? end, last?.upperBound ?? end)
  }

  /// Whether all of a cell lies in a hole that has a name.
  private func isNamedHole(_ start: Pfn) -> Bool {
    map.holes.contains { $0.range.contains(start) && $0.range.contains(start + geometry.cellPages - 1) }
  }

  private func draw(_ summary: PageblockSummary, from start: Pfn, in box: Rect, with painter: inout Painter) {
    guard summary.present > 0 else {
      guard !isNamedHole(start) else { return }
      painter.list.stroke(box, radius: 2, width: 1, painter.theme.hairline)
      return
    }
    let capacity = Float(geometry.cellPages)
    /// Whole pixels, so that a little of something is still seen.
    func height(_ pages: UInt16, least: Float) -> Float {
      pages == 0 ? 0 : min(max((Float(pages) / capacity * box.height).rounded(), least), box.height)
    }
    var floor = box.maxY
    func take(_ height: Float) -> Rect {
      let height = min(height, floor - box.y)
      floor -= height
      return Rect(x: box.x, y: floor, width: box.width, height: height)
    }
    if summary.reserved > 0 {
      painter.boardReserved(take(height(summary.reserved, least: 2)))
    }
    if summary.cannotMove > 0 {
      let rect = take(height(summary.cannotMove, least: 2))
      painter.boardUsed(rect, painter.theme.cannotMove)
      if rect.height >= 6 { painter.courses(rect, every: max(box.height / 5, 3)) }
    }
    if summary.canMove > 0 {
      let room = summary.free > 0 ? max(floor - box.y - 2, 1) : floor - box.y
      painter.boardUsed(take(min(height(summary.canMove, least: 1), room)), painter.theme.canMove)
    }
    if summary.free > 0 {
      var rect = take(
        max(height(summary.free, least: 2), summary.present >= UInt16(capacity) ? floor - box.y : 0))
      if rect.maxY < box.maxY, rect.height > 3 { rect.height -= 1 }
      painter.boardFree(rect, order: Int(summary.largestFree), scale: scale)
    }
    if summary.migratetype != .movable, summary.migratetype != .cma {
      let bar = max((box.height / 10).rounded(), 1)
      painter.list.fill(
        Rect(
          x: box.x, y: box.maxY + (geometry.rowPitch - box.height - bar) / 2, width: box.width, height: bar),
        painter.theme.markedFrame)
    }
  }

  // MARK: Addresses and scanners

  private func drawAddresses(avoiding pills: [Rect], with painter: inout Painter) {
    let line = painter.type.size(.label, .sans)
    var last = -Float.infinity
    let gib = 1 << 18
    for (index, row) in geometry.rows.enumerated() {
      let isNew =
        index == 0 || geometry.rows[index - 1].start + geometry.cellsPerRow * geometry.cellPages != row.start
      guard isNew || row.start % gib == 0 else { continue }
      let rect = Rect(
        minX: geometry.bounds.x, minY: row.y + geometry.cell.height / 2 - line / 2,
        maxX: geometry.viewport.minX - painter.px(12), maxY: row.y + geometry.cell.height / 2 + line / 2)
      guard rect.minY >= last + line * 0.1, rect.maxY <= geometry.bounds.maxY,
        !pills.contains(where: { $0.intersects(rect) })
      else { continue }
      painter.text(painter.address(row.start), in: rect, painter.style(painter.theme.secondaryText), .right)
      last = rect.maxY
    }
  }

  private func drawPills(with painter: inout Painter) -> [Rect] {
    Scanner.allCases.compactMap { drawPill(of: $0, with: &painter) }
  }

  /// The cell a scanner is in, or a place on the way there.
  private func box(of scanner: Scanner) -> Rect? {
    let box = map.position(of: scanner).flatMap { geometry.box(of: $0.pageblock) }
    guard let box, let motion,
      let before = motion.earlier.position(of: scanner).flatMap({ geometry.box(of: $0.pageblock) })
    else { return box }
    return before.mixed(with: box, share: motion.share)
  }

  private func drawPill(of scanner: Scanner, with painter: inout Painter) -> Rect? {
    guard let place = placeOfPill(of: scanner, painter) else { return nil }
    let name = painter.words(scanner.key) + place.direction
    let height = pillHeight(painter)
    let room = painter.pillWidth(painter.words(scanner.key))
    let view = geometry.viewport
    let rect =
      scanner == .migrate
      ? Rect(x: view.minX - painter.px(10) - room, y: place.top, width: room, height: height)
      : Rect(x: view.maxX + painter.px(10), y: place.top, width: room, height: height)
    painter.pill(name, scanner, in: rect, size: painter.type.size(.label, .sansSemiBold))
    return rect
  }

  /// Top of a scanner's pill; with an arrow where the scanner is out of view.
  private func placeOfPill(of scanner: Scanner, _ painter: Painter) -> (top: Float, direction: String)? {
    if let box = box(of: scanner) {
      let isBeside = box.maxX <= geometry.viewport.minX || box.minX >= geometry.viewport.maxX
      let arrow = !isBeside ? "" : box.midX < geometry.viewport.midX ? " ←" : " →"
      return (placeOfPill(at: box.midY, painter), arrow)
    }
    guard let position = map.position(of: scanner), let first = geometry.rows.first,
      let last = geometry.rows.last
    else { return nil }
    let pfn = position.pageblock
    if let band = geometry.bands.first(where: { map.holes[$0.hole].range.contains(pfn) }) {
      return (placeOfPill(at: band.y + geometry.bandHeight / 2, painter), "")
    }
    guard geometry.level > 0, pfn < first.start || pfn > last.start else { return nil }
    let isAbove = pfn < first.start
    let y = isAbove ? geometry.bounds.minY : geometry.bounds.maxY
    return (placeOfPill(at: y, painter), isAbove ? " ↑" : " ↓")
  }
}

extension BoardView {
  private func pillHeight(_ painter: Painter) -> Float {
    (painter.type.size(.label, .sans) * 1.7).rounded()
  }

  /// Names of zones stand in the left margin as long as pills find room between them.
  private func namesAreInMargin(_ painter: Painter) -> Bool {
    let ends = geometry.headings.dropFirst().map(\.y) + [geometry.bounds.maxY]
    return zip(geometry.headings, ends).allSatisfy { heading, end in
      end - heading.y - geometry.headingHeight >= pillHeight(painter)
    }
  }

  /// Top of a pill that points at `y` as well as can be without covering a zone's name.
  private func placeOfPill(at y: Float, _ painter: Painter) -> Float {
    let height = pillHeight(painter)
    var top = min(max((y - height / 2).rounded(), geometry.bounds.y), geometry.bounds.maxY - height)
    guard namesAreInMargin(painter) else { return top }
    for heading in geometry.headings {
      let (from, to) = (heading.y, heading.y + geometry.headingHeight)
      if top < to, from < top + height { top = y > heading.y ? to : from - height }
    }
    return top
  }
}

extension Painter {
  /// Free memory of a board's cell.
  mutating func boardFree(_ rect: Rect, order: Order, scale: FreeScale) {
    list.fill(rect, scale[order])
    guard let outline = theme.freeOutline, rect.height > 2 else { return }
    if rect.width > 7 {
      list.stroke(rect, width: 1, outline)
    } else {
      list.fill(Rect(x: rect.x, y: rect.y, width: rect.width, height: 1), outline)
    }
  }

  /// Used memory of a board's cell.
  mutating func boardUsed(_ rect: Rect, _ hue: Color) {
    if theme.outlinesUsedPages {
      list.stroke(rect, width: 1, hue)
    } else {
      list.fill(rect, hue)
    }
  }

  mutating func boardReserved(_ rect: Rect) {
    if !theme.outlinesUsedPages { list.fill(rect, theme.reserved) }
    list.hatch(
      rect, spacing: px(5), width: px(2),
      theme.outlinesUsedPages ? theme.reserved : theme.reserved.mixed(with: theme.background, share: 0.55))
  }

  /// A frame around a cell, with a moat.
  mutating func cellFrame(_ box: Rect, _ hue: Color) {
    let width = px(3)
    list.stroke(box.inset(by: -width), radius: px(3), width: width, theme.background)
    list.stroke(box.inset(by: -2 * width), radius: px(5), width: width, hue)
    list.stroke(box.inset(by: -2 * width - 1), radius: px(6), width: 1, theme.background)
  }

  /// Words between dotted lines: nothing is here.
  mutating func holeLabel(_ text: String, in row: Rect) {
    let room = row.inset(x: px(30), y: 0)
    let width = self.text(text, in: room, style(theme.secondaryText), .center)
    let gap = px(14)
    for (from, to) in [
      (row.x, row.midX - width / 2 - gap), (row.midX + width / 2 + gap, row.maxX),
    ] where to - from > gap {
      list.line(
        from: Point(from, row.midY.rounded()), to: Point(to, row.midY.rounded()), width: px(2),
        theme.hairline,
        dash: .dotted)
    }
  }

  /// From where to where, the unit said once where both share it.
  func ends(of range: Range<Pfn>) -> [String: Value] {
    let (from, to) = (address(range.lowerBound), address(range.upperBound))
    let (amount, unit) = (from.split(separator: "\u{A0}"), to.split(separator: "\u{A0}").last)
    let isShared = amount.count == 2 && amount.last == unit
    return ["from": .text(isShared ? String(amount[0]) : from), "to": .text(to)]
  }

  /// A page's address in GiB, or finer where it is no round number of them.
  func address(_ pfn: Pfn) -> String {
    pfn == 0 ? "0" : words.numerals.bytes(pfn * 4096)
  }
}
