import Canvas
import Simulation
import Words

extension Panel {
  public static let lens = Panel("lens")
}

/// The pageblock under the inspector, every page a small cell.
struct LensPanel: ColumnPanel {
  static let panel = Panel.lens
  static let worth = 70

  let lens: Lens

  func need(_ sizes: PanelSizes) -> PanelNeed {
    var need = PanelNeed(
      width: sizes.full, least: sizes.em * 15, fixed: sizes.frame + sizes.em * 1.7, rows: 0, pitch: 0)
    need.aspect = 0.5
    need.padding = sizes.padding
    return need
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let theme = pen.theme
    let mark = pen.type.capHeight(.heading)
    let (rest, body) = PanelFrame.draw(
      pen.words("lens.heading"), indent: mark * 0.6 + pen.px(11), in: rect, with: &pen)
    // The frame that marks the pageblock on the board.
    let frame = Rect(
      x: body.x, y: (rest.midY - mark * 0.65).rounded(), width: (mark * 0.6).rounded() + 2,
      height: (mark * 1.3).rounded())
    pen.list.stroke(frame, radius: pen.px(4), width: pen.px(3), theme.ring)
    pen.text(
      pen.words("lens.pfn", ["pfn": .pfn(lens.start)]), in: rest,
      pen.style(theme.secondaryText, .label, .mono), .right)
    let line = (pen.type.size(.label, .sans) * 1.5).rounded()
    let rows = (lens.pages + LensCells.perRow - 1) / LensCells.perRow
    let pitch = min(
      (body.width / Float(LensCells.perRow)).rounded(.down),
      ((body.height - line) / Float(rows)).rounded(.down))
    let cells = LensCells(
      start: lens.start, pages: lens.pages, left: body.x, top: body.y, pitch: pitch, gap: pitch > 7 ? 2 : 1)
    let scale = theme.freeScale(orders: lens.maxOrder + 1)
    pen.hits.add(cells)
    for run in lens.runs { draw(run, cells, scale, with: &pen) }
    for pfn in lens.marked.joined() where (lens.start..<lens.start + lens.pages).contains(pfn) {
      pen.list.stroke(
        cells.box(of: pfn, count: 1).inset(by: -1), radius: 2, width: 1, theme.text)
    }
    if let pfn = lens.inspector { pen.ring(cells.box(of: pfn, count: 1)) }
    let text = Rect(
      x: body.x, y: body.y + Float(rows) * pitch + pen.px(2), width: body.width, height: line)
    let type = pen.text(
      pen.words("migratetype.\(lens.pageblock.migratetype).name"), in: text,
      pen.style(theme.text, .label, .sansSemiBold))
    let room = text.maxX - text.x - type - pen.px(12)
    let values: [String: Value] = [
      "free": .number(lens.freePages), "count": .number(lens.pages), "order": .number(lens.largestFree ?? 0),
      "listed": .number(lens.pagesOnCPULists),
    ]
    let texts = keys.map { pen.words($0, values) }
    let facts = texts.first { pen.setter.width($0) <= room } ?? texts.last ?? ""
    pen.text(
      facts, in: Rect(minX: text.x + type + pen.px(12), minY: text.y, maxX: text.maxX, maxY: text.maxY),
      pen.style(theme.secondaryText), .right)
  }

  /// What is said of its free pages, the most that finds room. Where some wait on per-CPU lists the largest
  /// free block alone would seem to be too small.
  private var keys: [String] {
    if lens.largestFree == nil { return ["lens.full", "lens.free-only"] }
    return lens.pagesOnCPULists > 0
      ? ["lens.free-listed", "lens.listed", "lens.free-only"] : ["lens.free", "lens.free-only"]
  }

  private func draw(
    _ run: PageMap.Run, _ cells: LensCells, _ scale: FreeScale, with pen: inout Pen
  ) {
    let perRow = LensCells.perRow
    var pfn = max(run.start, cells.start)
    let end = min(run.start + run.count, cells.start + cells.pages)
    while pfn < end {
      let (rest, column) = (end - pfn, (pfn - cells.start) % perRow)
      let count =
        column == 0 && rest >= perRow
        ? rest / perRow * perRow : min(rest, perRow - column)
      pen.smallCell(run.look, in: cells.box(of: pfn, count: count), scale: scale)
      pfn += count
    }
  }
}
