import Canvas
import Simulation

/// A pageblock of a board that is looked at closely: what it is, and its pages in rows of 32.
struct PageblockView {
  let start: Pfn
  let detail: PageblockDetail
  let geometry: BoardGeometry
  let scale: FreeScale

  func draw(in cell: Rect, with pen: inout Pen) {
    let caption = Rect(x: cell.x, y: cell.y, width: cell.width, height: geometry.captionHeight)
    if caption.height >= pen.type.size(.label, .sans), caption.minY < geometry.bounds.maxY {
      drawCaption(in: caption, with: &pen)
    }
    let pitch = geometry.pagePitch
    if min(pitch.x, pitch.y) < Self.leastForCells {
      drawBars(in: cell, with: &pen)
      return forEachBox(in: cell) { look, box, _ in
        guard !look.isBar else { return }
        pen.smallCell(look, in: box, scale: scale)
        if case .free(let order) = look { drawOrder(order, in: box, with: &pen) }
      }
    }
    let size = Self.glyphSize(pitch, pen)
    let hasLetters =
      pen.setter.glyphs.metrics(face: .sansSemiBold, size: size).capHeight >= TypeScale.floor
    forEachBox(in: cell) { look, box, count in
      if hasLetters {
        let isWhole = count > BoardGeometry.pagesPerRow
        pen.cell(look, in: box, scale: scale, glyphSize: isWhole ? size * 1.5 : size)
      } else {
        pen.smallCell(look, in: box, scale: scale)
        if case .free(let order) = look { drawOrder(order, in: box, with: &pen) }
      }
    }
  }

  /// Below so many pixels a page is not worth a shape of its own.
  private static let leastForCells: Float = 10

  /// Em size of letters; in steps, since every size has to be drawn by the font once.
  private static func glyphSize(_ pitch: (x: Float, y: Float), _ pen: Pen) -> Float {
    let size = min(pitch.x * 0.95, pitch.y * 0.8)
    return min((size / 3).rounded(.down) * 3, (pen.type.size(.label, .sans) * 1.2).rounded())
  }

  /// Everything in the pageblock that is drawn as one and can be seen, with how many pages it is.
  private func forEachBox(in cell: Rect, _ body: (PageLook, Rect, Int) -> Void) {
    let perRow = BoardGeometry.pagesPerRow
    let end = start + 1 << geometry.pageblockOrder
    let view = geometry.viewport
    for run in detail.runs {
      if let several = boxOfSeveral(run) {
        if several.isHere { body(run.look, several.box, run.count) }
        continue
      }
      var pfn = max(run.start, start)
      let last = min(run.start + run.count, end)
      while pfn < last {
        let column = (pfn - start) % perRow
        let rest = last - pfn
        let count = column == 0 && rest >= perRow ? rest / perRow * perRow : min(rest, perRow - column)
        let box = geometry.box(of: pfn, count: count, in: cell)
        if box.intersects(view) { body(run.look, box, count) }
        pfn += count
      }
    }
  }

  /// The box of a free block that fills several pageblocks of a row; drawn with the first of them that is seen.
  private func boxOfSeveral(_ run: PageMap.Run) -> (box: Rect, isHere: Bool)? {
    guard case .free(let order) = run.look, order > geometry.pageblockOrder else { return nil }
    let pages = 1 << geometry.pageblockOrder
    let first = start.start(ofOrder: order)
    let last = first + (1 << order) - pages
    guard let left = geometry.box(of: first), let right = geometry.box(of: last), left.y == right.y else {
      return nil
    }
    let all = geometry.box(of: first, count: pages, in: left)
      .union(geometry.box(of: last, count: pages, in: right))
    let isFirst = start == first || left.maxX < geometry.viewport.minX
    return (all, isFirst && all.intersects(geometry.viewport))
  }

  /// Used pages that lie side by side and look the same as one, cut into pages by lines in the gaps.
  private func drawBars(in cell: Rect, with pen: inout Pen) {
    let perRow = BoardGeometry.pagesPerRow
    var bar: (look: PageLook, from: Pfn, to: Pfn)?
    func flush(_ pen: inout Pen) {
      guard let bar else { return }
      let box = geometry.box(of: bar.from, count: bar.to - bar.from, in: cell)
      guard box.intersects(geometry.viewport) else { return }
      if bar.look == .reserved {
        pen.boardReserved(box)
      } else {
        pen.boardUsed(box, bar.look.canMove ? pen.theme.canMove : pen.theme.cannotMove)
      }
    }
    for run in detail.runs where run.look.isBar {
      for pfn in run.start..<run.start + run.count {
        if let last = bar, last.to == pfn, (pfn - start) % perRow != 0, last.look.looksLike(run.look) {
          bar?.to = pfn + 1
        } else {
          flush(&pen)
          bar = (run.look, pfn, pfn + 1)
        }
      }
    }
    flush(&pen)
    guard bar != nil else { return }
    for column in 1..<perRow {
      let left = geometry.box(of: start + column - 1, count: 1, in: cell)
      let gap = Rect(
        minX: left.maxX, minY: cell.y + geometry.captionHeight,
        maxX: geometry.box(of: start + column, count: 1, in: cell).minX, maxY: cell.maxY)
      if gap.intersects(geometry.viewport) { pen.list.fill(gap, pen.theme.background) }
    }
  }

  /// The order of a free block that is large enough to bear it.
  private func drawOrder(_ order: Order, in box: Rect, with pen: inout Pen) {
    let size = pen.type.size(.label, .sansSemiBold)
    guard box.height >= size * 1.3 else { return }
    pen.text(
      Glyphs.number(order), in: box, pen.style(pen.theme.ink, .label, .sansSemiBold), size: size,
      .center)
  }

  /// Its first page, and what its frame says: type and skip hint.
  private func drawCaption(in row: Rect, with pen: inout Pen) {
    let theme = pen.theme
    var room = row
    let type = detail.pageblock.migratetype
    let size = pen.type.size(.label, .sansSemiBold)
    if type != .movable {
      let tab = Rect(
        x: row.x, y: row.y + pen.px(2), width: (size * 1.3).rounded(), height: row.height - pen.px(5))
      pen.tab(type, in: tab, size: size)
      room.x += tab.width + pen.px(7)
      room.width -= tab.width + pen.px(7)
    }
    if detail.pageblock.skipHint {
      let side = row.height
      pen.chevrons(in: Rect(x: row.maxX - side, y: row.y, width: side, height: row.height))
      room.width -= side
    }
    guard room.width > size * 2 else { return }
    let texts = ["lens.pfn", "board.pfn-short"].map { pen.words($0, ["pfn": .pfn(start)]) }
    guard let text = texts.first(where: { pen.setter.width($0, .label, .mono) <= room.width }) else {
      return
    }
    pen.text(text, in: room, pen.style(theme.secondaryText, .label, .mono))
  }
}

extension PageLook {
  /// Whether pages of this kind may be drawn as a bar where they are small.
  fileprivate var isBar: Bool { self == .reserved || mobility != .other }

  fileprivate var canMove: Bool { mobility == .canMove }

  /// Whether both are of one hue.
  fileprivate func looksLike(_ other: PageLook) -> Bool {
    self == other || mobility != .other && mobility == other.mobility
  }
}
