import Canvas
import Simulation

/// The map page by page: pageblocks in frames, free blocks as capsules, scanners in the margins, movers
/// in the lane.
struct PageView {
  let map: PageMap
  let geometry: PageGeometry
  let scale: FreeScale

  func draw(with painter: inout Painter) {
    painter.hits.add(geometry)
    for row in geometry.firstRow..<(geometry.firstRow + geometry.visibleRows) {
      drawAddress(row, with: &painter)
    }
    drawFrames(with: &painter)
    drawPages(with: &painter)
    drawScanners(with: &painter)
    LaneView(map: map, geometry: geometry, scale: scale).draw(with: &painter)
    drawInspector(with: &painter)
  }

  private func drawAddress(_ row: Int, with painter: inout Painter) {
    let taken = map.migrate.map { geometry.row(of: clamped($0)) == row } ?? false
    guard !taken else { return }
    let rect = geometry.rowRect(row)
    let address = String(geometry.firstPfn(ofRow: row), radix: 16)
    painter.text(
      address,
      in: Rect(minX: rect.x, minY: rect.y, maxX: geometry.span.left - painter.px(11), maxY: rect.maxY),
      painter.style(painter.theme.secondaryText, .label, .mono), size: labelSize(painter), .right)
  }

  /// Em size of what stands beside the rows: that of a label, or less where rows are lower.
  private func labelSize(_ painter: Painter) -> Float {
    let size = painter.type.size(.label, .mono)
    return size <= geometry.rowPitch ? size : min(size, geometry.glyphSize)
  }

  // MARK: Frames of pageblocks

  private func drawFrames(with painter: inout Painter) {
    for start in stride(
      from: geometry.visiblePages.lowerBound, to: geometry.visiblePages.upperBound, by: geometry.segment)
    {
      let block = map.pageblock(at: start)
      let isFirst = (start - map.range.lowerBound) % (1 << map.pageblockOrder) == 0
      drawFrame(geometry.frame(ofSegmentAt: start), block, hasTab: isFirst, with: &painter)
    }
  }

  private func drawFrame(
    _ frame: Rect, _ block: PageMap.Pageblock, hasTab: Bool, with painter: inout Painter
  ) {
    let theme = painter.theme
    let radius = painter.px(6)
    if block.migratetype == .movable {
      painter.list.stroke(frame, radius: radius, width: 1, theme.frame)
    } else {
      painter.list.stroke(
        frame, radius: radius, width: painter.px(2), theme.markedFrame, dash: block.migratetype.frameDash)
      if block.migratetype == .isolate {
        painter.list.stroke(
          frame.inset(by: painter.px(3)), radius: radius, width: 1, theme.markedFrame)
      }
      if hasTab {
        let tab = Rect(
          x: frame.x, y: frame.y, width: geometry.tab - painter.px(5), height: frame.height)
        painter.tab(block.migratetype, in: tab, size: geometry.glyphSize)
      }
    }
    if block.skipHint {
      painter.chevrons(
        in: Rect(
          x: frame.maxX - geometry.tail + painter.px(3), y: frame.y, width: geometry.tail - painter.px(7),
          height: frame.height))
    }
  }

  // MARK: Pages

  private func drawPages(with painter: inout Painter) {
    let visible = geometry.visiblePages
    let perRow = geometry.columns * geometry.segment
    for run in map.runs where run.start < visible.upperBound && run.start + run.count > visible.lowerBound {
      var start = max(run.start, visible.lowerBound)
      let end = min(run.start + run.count, visible.upperBound)
      while start < end {
        let rowEnd = start - (start - map.range.lowerBound) % perRow + perRow
        let count = min(end, rowEnd) - start
        draw(run.look, at: start, count: count, with: &painter)
        start += count
      }
    }
  }

  private func draw(_ look: PageLook, at start: Pfn, count: Int, with painter: inout Painter) {
    let crossesLane = geometry.column(of: start) != geometry.column(of: start + count - 1)
    let box = geometry.box(of: start, count: count)
    if crossesLane {
      painter.list.fill(box.inset(x: painter.px(4), y: -painter.px(1)), painter.theme.background)
    }
    painter.cell(look, in: box, scale: scale, glyphSize: geometry.glyphSize)
  }

  // MARK: Scanners

  private func clamped(_ pfn: Pfn) -> Pfn {
    let visible = geometry.visiblePages
    return min(max(pfn, visible.lowerBound), visible.upperBound - 1)
  }

  private func drawScanners(with painter: inout Painter) {
    if let pfn = map.migrate { draw(.migrate, at: pfn, with: &painter) }
    if let pfn = map.free { draw(.free, at: pfn, with: &painter) }
  }

  private func draw(_ scanner: Scanner, at pfn: Pfn, with painter: inout Painter) {
    let hue = scanner.hue(painter.theme)
    let shown = clamped(pfn)
    let isVisible = geometry.visiblePages.contains(pfn)
    if isVisible {
      let block = (pfn >> map.pageblockOrder) << map.pageblockOrder
      if 1 << map.pageblockOrder == geometry.segment {
        painter.list.stroke(
          geometry.frame(ofSegmentAt: block), radius: painter.px(6), width: painter.px(3), hue)
      }
      painter.list.fill(bar(at: pfn, before: scanner == .migrate, painter), hue)
    }
    let row = geometry.rowRect(geometry.row(of: shown))
    let height = min(row.height, painter.px(38)) - geometry.gap + 2
    let y = row.midY - height / 2
    let arrow = isVisible ? "" : pfn < shown ? " ↑" : " ↓"
    let name = painter.words(scanner.key) + arrow
    switch scanner {
    case .migrate:
      let tip = geometry.span.left - painter.px(2)
      painter.pill(
        name, scanner, in: Rect(minX: geometry.bounds.x, minY: y, maxX: tip, maxY: y + height),
        size: labelSize(painter))
    case .free:
      var tip = geometry.span.right + painter.px(6)
      if geometry.columns == 1 { tip += geometry.lane.width }
      painter.pill(
        name, scanner, in: Rect(minX: tip, minY: y, maxX: geometry.bounds.maxX, maxY: y + height),
        size: labelSize(painter))
    }
  }

  /// The exact place of a scanner: a bar in the gap next to its page.
  private func bar(at pfn: Pfn, before: Bool, _ painter: Painter) -> Rect {
    let cell = geometry.box(of: pfn)
    let width = min(geometry.gap, painter.px(3))
    return Rect(
      x: before ? cell.x - geometry.gap : cell.maxX, y: cell.y, width: width, height: cell.height)
  }

  private func drawInspector(with painter: inout Painter) {
    guard let pfn = map.inspector, geometry.visiblePages.contains(pfn) else { return }
    let run = map.runs.first { $0.start <= pfn && pfn < $0.start + $0.count }
    let perRow = geometry.columns * geometry.segment
    let start = max(run?.start ?? pfn, pfn - (pfn - map.range.lowerBound) % perRow)
    let rowEnd = start - (start - map.range.lowerBound) % perRow + perRow
    let count = min((run.map { $0.start + $0.count } ?? pfn + 1), rowEnd) - start
    painter.ring(geometry.box(of: start, count: count))
  }
}
