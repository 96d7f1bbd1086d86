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

  static let perRow = 32
  let lens: Lens

  func need(_ sizes: PanelSizes) -> PanelNeed {
    var need = PanelNeed(
      width: sizes.full, least: sizes.em * 15, fixed: sizes.frame + sizes.em * 1.7, rows: 0, pitch: 0)
    need.aspect = 0.5
    need.padding = sizes.padding
    return need
  }

  func draw(in rect: Rect, with painter: inout Painter) {
    let theme = painter.theme
    let mark = painter.type.capHeight(.heading)
    let (rest, body) = PanelFrame.draw(
      painter.words("lens.heading"), indent: mark * 0.6 + painter.px(11), in: rect, with: &painter)
    // The frame that marks the pageblock on the board.
    let frame = Rect(
      x: body.x, y: (rest.midY - mark * 0.65).rounded(), width: (mark * 0.6).rounded() + 2,
      height: (mark * 1.3).rounded())
    painter.list.stroke(frame, radius: painter.px(4), width: painter.px(3), theme.ring)
    painter.text(
      painter.words("lens.pfn", ["pfn": .pfn(lens.start)]), in: rest,
      painter.style(theme.secondaryText, .label, .mono), .right)
    let line = (painter.type.size(.label, .sans) * 1.5).rounded()
    let rows = (lens.pages + Self.perRow - 1) / Self.perRow
    let pitch = min(
      (body.width / Float(Self.perRow)).rounded(.down), ((body.height - line) / Float(rows)).rounded(.down))
    let cells = Cells(
      start: lens.start, pages: lens.pages, left: body.x, top: body.y, pitch: pitch, gap: pitch > 7 ? 2 : 1,
      perRow: Self.perRow)
    let scale = theme.freeScale(orders: lens.maxOrder + 1)
    painter.hits.add(cells)
    for run in lens.runs { draw(run, cells, scale, with: &painter) }
    for pfn in lens.marked.joined() where (lens.start..<lens.start + lens.pages).contains(pfn) {
      painter.list.stroke(
        cells.box(of: pfn, count: 1).inset(by: -1), radius: 2, width: 1, theme.text)
    }
    if let pfn = lens.inspector { painter.ring(cells.box(of: pfn, count: 1)) }
    let text = Rect(
      x: body.x, y: body.y + Float(rows) * pitch + painter.px(2), width: body.width, height: line)
    let type = painter.text(
      painter.words("migratetype.\(lens.pageblock.migratetype).name"), in: text,
      painter.style(theme.text, .label, .sansSemiBold))
    let room = text.maxX - text.x - type - painter.px(12)
    let values: [String: Value] = [
      "free": .number(lens.freePages), "count": .number(lens.pages), "order": .number(lens.largestFree ?? 0),
    ]
    let long = painter.words(lens.largestFree == nil ? "lens.full" : "lens.free", values)
    let facts = painter.setter.width(long) <= room ? long : painter.words("lens.free-only", values)
    painter.text(
      facts, in: Rect(minX: text.x + type + painter.px(12), minY: text.y, maxX: text.maxX, maxY: text.maxY),
      painter.style(theme.secondaryText), .right)
  }

  struct Cells: Equatable {
    let start: Pfn
    let pages: Int
    let left: Float
    let top: Float
    let pitch: Float
    let gap: Float
    let perRow: Int

    var bounds: Rect {
      Rect(
        x: left, y: top, width: Float(perRow) * pitch,
        height: Float((pages + perRow - 1) / perRow) * pitch)
    }

    func pfn(at point: Point) -> Pfn? {
      let place = Int((point.y - top) / pitch) * perRow + Int((point.x - left) / pitch)
      return place < pages ? start + place : nil
    }

    /// The box of pages that stand side by side, or of whole rows of them.
    func box(of pfn: Pfn, count: Int) -> Rect {
      let index = pfn - start
      return Rect(
        x: left + Float(index % perRow) * pitch, y: top + Float(index / perRow) * pitch,
        width: Float(min(count, perRow)) * pitch - gap,
        height: Float(max(count / perRow, 1)) * pitch - gap)
    }
  }

  private func draw(
    _ run: PageMap.Run, _ cells: Cells, _ scale: FreeScale, with painter: inout Painter
  ) {
    var pfn = max(run.start, cells.start)
    let end = min(run.start + run.count, cells.start + cells.pages)
    while pfn < end {
      let (rest, column) = (end - pfn, (pfn - cells.start) % cells.perRow)
      let count =
        column == 0 && rest >= cells.perRow
        ? rest / cells.perRow * cells.perRow : min(rest, cells.perRow - column)
      painter.smallCell(run.look, in: cells.box(of: pfn, count: count), scale: scale)
      pfn += count
    }
  }
}
