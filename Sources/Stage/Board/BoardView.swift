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
  /// What is in the pageblocks whose pages are seen, by their first pages.
  var details: [Pfn: PageblockDetail]

  /// The cells, which may reach out of the viewport where they are looked at closely.
  func drawCells(with pen: inout Pen) {
    pen.hits.add(geometry)
    for row in geometry.rows { drawCells(of: row, with: &pen) }
    for region in map.regions { drawFrame(of: region, with: &pen) }
    for scanner in Scanner.allCases {
      if let earlier = map.change?.position(of: scanner).flatMap({ geometry.box(of: $0.pageblock) }) {
        let width = pen.px(2)
        pen.list.stroke(
          earlier.inset(by: -2 * width), radius: pen.px(4), width: width, scanner.hue(pen.theme),
          dash: .dashed)
      }
    }
    let boxes = Scanner.allCases.map { ($0, box(of: $0)) }
    if let shared = boxes[0].1, shared == boxes[1].1 {
      pen.cellFrame(shared, pen.theme.freeScanner)
      pen.list.stroke(
        shared.inset(by: -3 * pen.px(3)), radius: pen.px(7), width: pen.px(3), pen.theme.migrateScanner)
    } else {
      for case (let scanner, let box?) in boxes { pen.cellFrame(box, scanner.hue(pen.theme)) }
    }
    drawMarked(with: &pen)
    drawInspector(with: &pen)
    drawArrow(with: &pen)
    drawGroup(with: &pen)
  }

  /// What stands between and beside the cells.
  func drawLabels(with pen: inout Pen) {
    let bounds = geometry.bounds
    for heading in geometry.headings
    where heading.y >= bounds.minY && heading.y + geometry.headingHeight <= bounds.maxY + 1 {
      draw(heading, with: &pen)
    }
    for band in geometry.bands where band.y >= bounds.minY && band.y + geometry.bandHeight <= bounds.maxY + 1
    {
      draw(band, with: &pen)
    }
    for (index, hole) in map.holes.enumerated() where !geometry.bands.contains(where: { $0.hole == index }) {
      drawName(of: hole, with: &pen)
    }
    let pills = Scanner.allCases.compactMap { drawPill(of: $0, with: &pen) }
    drawAddresses(avoiding: pills, with: &pen)
    drawNotes(avoiding: pills, with: &pen)
    drawOverview(with: &pen)
  }

  /// Around the frame of a scanner that is in the same cell.
  private func drawInspector(with pen: inout Pen) {
    guard let pfn = map.inspector, let box = geometry.box(of: pfn), box.intersects(geometry.bounds) else {
      return
    }
    if geometry.showsPages, !map.inspectsPageblock {
      return pen.ring(geometry.box(of: pfn, count: 1, in: box))
    }
    let sharing = Scanner.allCases.count { self.box(of: $0) == box }
    guard sharing > 0 else { return pen.cellFrame(box, pen.theme.ring) }
    pen.list.stroke(
      box.inset(by: -Float(2 + sharing) * pen.px(3)), radius: pen.px(7), width: pen.px(2), pen.theme.ring)
  }

  // MARK: Zones and holes

  private func draw(_ heading: BoardGeometry.Heading, with pen: inout Pen) {
    let zone = map.zones[heading.zone]
    let row = Rect(
      x: geometry.bounds.x, y: heading.y, width: geometry.viewport.maxX - geometry.bounds.x,
      height: geometry.headingHeight - pen.px(7))
    let left = namesAreInMargin(pen) ? row.x : geometry.viewport.minX
    let name = pen.text(
      zone.name.description, in: Rect(minX: left, minY: row.y, maxX: row.maxX, maxY: row.maxY),
      pen.style(pen.theme.text, .heading, .sansSemiBold))
    var facts = row
    facts.x = max(geometry.viewport.minX, left + name + pen.px(14))
    facts.width = row.maxX - facts.x
    let values: [String: Value] = [
      "size": .bytes(zone.present * 4096),
      "count": .number((zone.present + (1 << map.pageblockOrder) - 1) >> map.pageblockOrder),
      "stuck": .number(zone.stuckPageblocks),
      "free": .share(Double(zone.freePages) / Double(max(zone.present, 1))),
    ]
    let long = (zone.stuckPageblocks > 0 ? ["board.zone-stuck"] : []) + ["board.zone"]
    let text =
      long.map { pen.words($0, values) }.first { pen.setter.width($0) <= facts.width }
      ?? pen.words("board.zone-short", values)
    if zone.name == map.runZone, let between = map.pageblocksBetween {
      let room = facts.width - pen.setter.width(text) - pen.px(20)
      let keys =
        map.meeting == nil ? ["board.pageblocks-between", "zone.between"] : ["board.in-one-pageblock"]
      let texts = keys.map {
        pen.words($0, ["count": .number(between)])
      }
      if let distance = texts.first(where: { pen.setter.width($0) <= room }) {
        facts.width -=
          pen.text(distance, in: facts, pen.style(pen.theme.text), .right) + pen.px(20)
      }
    }
    pen.text(text, in: facts, pen.style(pen.theme.secondaryText))
  }

  private func draw(_ band: BoardGeometry.Band, with pen: inout Pen) {
    let hole = map.holes[band.hole]
    let row = Rect(
      x: geometry.viewport.minX, y: band.y, width: geometry.viewport.maxX - geometry.viewport.minX,
      height: geometry.bandHeight)
    // What stands in the row below reaches up into the last pixels.
    let text = Rect(x: row.x, y: row.y, width: row.width, height: row.height - pen.px(4))
    pen.holeLabel(pen.name(of: hole), in: text)
  }

  /// The name of a hole that is no row long, where its row has room for it; else a line, and the name is a note.
  private func drawName(of hole: BoardMap.Hole, with pen: inout Pen) {
    guard let room = room(of: hole) else { return }
    let texts = [pen.name(of: hole), pen.shortName(of: hole)]
    let text = hasName(hole, pen) ? texts.first { pen.setter.width($0) + 2 * pen.px(12) <= room.width } : nil
    if let text {
      pen.text(text, in: room, pen.style(pen.theme.secondaryText), .center)
    } else {
      pen.list.line(
        from: Point(room.minX, room.midY.rounded()), to: Point(room.maxX, room.midY.rounded()),
        width: pen.px(2), pen.theme.rule, dash: .dotted)
    }
  }

  /// Whether a hole is named in its row.
  func hasName(_ hole: BoardMap.Hole, _ pen: Pen) -> Bool {
    guard let room = room(of: hole), pen.type.capHeight(.label) < geometry.cell.height else { return false }
    return pen.setter.width(pen.shortName(of: hole)) + 2 * pen.px(12) <= room.width
  }

  /// Where the whole cells of a hole stand in the row that it begins in.
  func room(of hole: BoardMap.Hole) -> Rect? {
    guard let index = geometry.row(of: hole.range.lowerBound) else { return nil }
    let row = geometry.rows[index]
    let first = (hole.range.lowerBound - row.start + geometry.cellPages - 1) / geometry.cellPages
    let end = min((hole.range.upperBound - row.start) / geometry.cellPages, geometry.cellsPerRow)
    guard end > first else { return nil }
    return geometry.box(row: row, cell: first).union(geometry.box(row: row, cell: end - 1))
  }

  // MARK: Cells

  private func drawCells(of row: BoardGeometry.Row, with pen: inout Pen) {
    map.forEachCell(of: row, in: geometry) { start, index, summary in
      let box = geometry.box(row: row, cell: index)
      if geometry.showsPages, summary.present > 0, let detail = details[start] {
        let view = PageblockView(start: start, detail: detail, geometry: geometry, scale: scale)
        view.draw(in: box, with: &pen)
      } else {
        draw(summary, from: start, in: box, with: &pen)
      }
    }
  }

  /// Whether all of a cell lies in a hole that has a name.
  private func isNamedHole(_ start: Pfn) -> Bool {
    map.holes.contains { $0.range.contains(start) && $0.range.contains(start + geometry.cellPages - 1) }
  }

  private func draw(_ summary: PageblockSummary, from start: Pfn, in box: Rect, with pen: inout Pen) {
    guard summary.present > 0 else {
      guard !isNamedHole(start) else { return }
      pen.list.stroke(box, radius: 2, width: 1, pen.theme.hairline)
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
      pen.boardReserved(take(height(summary.reserved, least: 2)))
    }
    if summary.cannotMove > 0 {
      let rect = take(height(summary.cannotMove, least: 2))
      pen.boardUsed(rect, pen.theme.cannotMove)
      if rect.height >= 6 { pen.courses(rect, every: max(box.height / 5, 3)) }
    }
    if summary.canMove > 0 {
      let room = summary.free > 0 ? max(floor - box.y - 2, 1) : floor - box.y
      pen.boardUsed(take(min(height(summary.canMove, least: 1), room)), pen.theme.canMove)
    }
    if summary.free > 0 {
      var rect = take(
        max(height(summary.free, least: 2), summary.present >= UInt16(capacity) ? floor - box.y : 0))
      if rect.maxY < box.maxY, rect.height > 3 { rect.height -= 1 }
      pen.boardFree(rect, order: Int(summary.largestFree), scale: scale)
    }
    if summary.migratetype != .movable, summary.migratetype != .cma {
      let bar = max((box.height / 10).rounded(), 1)
      pen.list.fill(
        Rect(
          x: box.x, y: box.maxY + (geometry.rowPitch - box.height - bar) / 2, width: box.width, height: bar),
        pen.theme.markedFrame)
    }
  }

  // MARK: Addresses and scanners

  private func drawAddresses(avoiding pills: [Rect], with pen: inout Pen) {
    let line = pen.type.size(.label, .sans)
    var last = -Float.infinity
    let gib = 1 << 18
    for (index, row) in geometry.rows.enumerated() {
      let isNew =
        index == 0 || geometry.rows[index - 1].zone != row.zone
        || geometry.rows[index - 1].start + geometry.cellsPerRow * geometry.cellPages != row.start
      guard isNew || row.start % gib == 0 else { continue }
      let rect = Rect(
        minX: geometry.bounds.x, minY: row.y + geometry.cell.height / 2 - line / 2,
        maxX: geometry.viewport.minX - pen.px(12), maxY: row.y + geometry.cell.height / 2 + line / 2)
      guard rect.minY >= last + line * 0.1, rect.maxY <= geometry.bounds.maxY,
        !pills.contains(where: { $0.intersects(rect) })
      else { continue }
      let isShared = index > 0 && geometry.rows[index - 1].start == row.start
      pen.text(
        pen.address(isShared ? row.pages.lowerBound : row.start), in: rect,
        pen.style(pen.theme.secondaryText), .right)
      last = rect.maxY
    }
  }

  /// The cell a scanner is in, or a place on the way there.
  func box(of scanner: Scanner) -> Rect? {
    let box = map.position(of: scanner).flatMap { geometry.box(of: $0.pageblock) }
    guard let box, let motion,
      let before = motion.earlier.position(of: scanner).flatMap({ geometry.box(of: $0.pageblock) })
    else { return box }
    return before.mixed(with: box, share: motion.share)
  }
}
