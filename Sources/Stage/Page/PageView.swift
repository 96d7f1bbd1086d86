import Canvas
import Simulation

/// The map page by page: pageblocks in frames, free blocks as capsules, scanners in the margins, movers
/// in the lane.
struct PageView {
  let map: PageMap
  let geometry: PageGeometry
  let scale: FreeScale
  var motion: PageMotion?

  /// The pages, which may reach out of the viewport where they are looked at closely.
  func drawCells(with painter: inout Painter) {
    painter.hits.add(geometry)
    let lane = LaneView(map: map, geometry: geometry, scale: scale, motion: motion)
    drawFrames(with: &painter)
    if geometry.hasLane { lane.drawLines(with: &painter) }
    // A block that spans two pageblocks hides what is between them.
    drawScannerFrames(with: &painter)
    drawPages(with: &painter)
    drawScannerBars(with: &painter)
    drawSubject(with: &painter)
    if geometry.hasLane { lane.drawCars(with: &painter) }
    drawMarked(with: &painter)
    drawInspector(with: &painter)
  }

  /// What stands beside the pages.
  func drawLabels(with painter: inout Painter) {
    if !painter.type.isPresenting {
      let pill = pillRect(of: .migrate, painter)
      for row in geometry.firstRow..<(geometry.firstRow + geometry.visibleRows) {
        drawAddress(row, beside: pill, with: &painter)
      }
    }
    for scanner in Scanner.allCases { drawPill(of: scanner, with: &painter) }
    if let mark = map.mark, let subject = map.subject, motion == nil, !painter.type.isPresenting {
      let pill = pillRect(of: .free, painter)
      StepMarkView(mark: mark, subject: subject, geometry: geometry, pill: pill).draw(with: &painter)
    }
  }

  private func drawAddress(_ row: Int, beside pill: Rect?, with painter: inout Painter) {
    let rect = geometry.rowRect(row)
    guard rect.midY - geometry.labelHeight / 2 >= geometry.bounds.minY,
      rect.midY + geometry.labelHeight / 2 <= geometry.bounds.maxY
    else { return }
    let half = min(labelSize(painter), geometry.labelHeight) / 2
    if let pill, pill.minY < rect.midY + half, rect.midY - half < pill.maxY { return }
    let address = String(geometry.firstPfn(ofRow: row), radix: 16)
    painter.text(
      address,
      in: Rect(minX: rect.x, minY: rect.y, maxX: geometry.sides.left - painter.px(11), maxY: rect.maxY),
      painter.style(painter.theme.secondaryText, .label, .mono), size: labelSize(painter), .right)
  }

  /// Em size of what stands beside the rows: that of a label, or less where rows are lower.
  private func labelSize(_ painter: Painter) -> Float {
    let size = painter.type.size(.label, .mono)
    return size <= geometry.rowPitch ? size : min(size, geometry.glyphSize)
  }

  // MARK: Frames of pageblocks

  private func drawFrames(with painter: inout Painter) {
    let visible = geometry.visiblePages
    for start in stride(from: visible.lowerBound, to: visible.upperBound, by: geometry.segment) {
      let frame = geometry.frame(ofSegmentAt: start)
      if !geometry.fillsSegment {
        painter.list.stroke(frame, radius: painter.px(6), width: 1, painter.theme.hairline)
      }
      guard (start - map.range.lowerBound) % (1 << map.pageblockOrder) == 0 || start == visible.lowerBound
      else { continue }
      let block = map.pageblock(at: start)
      let outer =
        geometry.fillsSegment
        ? frame : geometry.frame(ofPageblockAt: (start >> map.pageblockOrder) << map.pageblockOrder)
      draw(block, frame: outer, segment: frame, with: &painter)
    }
  }

  /// - Parameter segment: the frame's first segment, where tab and chevrons stand.
  private func draw(
    _ block: PageMap.Pageblock, frame: Rect, segment: Rect, with painter: inout Painter
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
      let tab = Rect(
        x: segment.x, y: segment.y, width: geometry.tab - painter.px(5), height: segment.height)
      painter.tab(block.migratetype, in: tab, size: geometry.glyphSize)
    }
    if block.skipHint {
      painter.chevrons(
        in: Rect(
          x: segment.maxX - geometry.tail + painter.px(3), y: segment.y, width: geometry.tail - painter.px(7),
          height: segment.height))
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
    if motion?.drawnWithBlocks.contains(start) == true { return }
    if let motion, let blocks = motion.blocks[start] {
      let joined = blocks.isMerge ? motion.joined : 1 - motion.joined
      return painter.blocks(blocks, joined: joined, geometry, scale)
    }
    if let number = motion?.awaited[start] {
      return painter.cell(.target(number), in: box, scale: scale, glyphSize: geometry.glyphSize)
    }
    if crossesLane {
      painter.list.fill(box.inset(x: painter.px(4), y: -painter.px(1)), painter.theme.background)
    }
    painter.cell(look, in: box, scale: scale, glyphSize: geometry.glyphSize)
  }

  // MARK: Scanners

  private func drawScannerFrames(with painter: inout Painter) {
    for scanner in Scanner.allCases {
      if let earlier = map.change?.position(of: scanner),
        let frame = ScannerMark(earlier, map, geometry, painter).frame
      {
        painter.list.stroke(
          frame, radius: painter.px(6), width: painter.px(2), scanner.hue(painter.theme), dash: .dashed)
      }
      if let frame = mark(of: scanner, painter)?.frame {
        painter.list.stroke(frame, radius: painter.px(6), width: painter.px(3), scanner.hue(painter.theme))
      }
    }
  }

  private func drawScannerBars(with painter: inout Painter) {
    for scanner in Scanner.allCases {
      if let bar = mark(of: scanner, painter)?.bar { painter.list.fill(bar, scanner.hue(painter.theme)) }
    }
  }

  /// Where a scanner's marks stand now; on the way from an earlier place while it glides.
  private func mark(of scanner: Scanner, _ painter: Painter) -> ScannerMark? {
    guard let position = map.position(of: scanner) else { return nil }
    let mark = ScannerMark(position, map, geometry, painter)
    guard let motion, let earlier = motion.earlier.position(of: scanner), earlier != position else {
      return mark
    }
    return ScannerMark(earlier, map, geometry, painter).mixed(with: mark, share: motion.share)
  }

  private func drawPill(of scanner: Scanner, with painter: inout Painter) {
    guard let mark = mark(of: scanner, painter), let rect = pillRect(of: scanner, painter) else { return }
    let size = min(painter.type.size(.label, .sansSemiBold), (rect.height / 1.15).rounded(.down))
    painter.pill(painter.words(scanner.key) + mark.direction, scanner, in: rect, size: size)
  }

  /// As high as its name wants; beside low rows higher than one.
  private func pillRect(of scanner: Scanner, _ painter: Painter) -> Rect? {
    guard let mark = mark(of: scanner, painter) else { return nil }
    let name = (painter.type.size(.label, .sans) * 1.45).rounded()
    let height = max(min(geometry.rowPitch, painter.px(38)), name) - min(geometry.gap, painter.px(3)) + 2
    let bounds = geometry.bounds
    let y = min(
      max((mark.middle - height / 2).rounded(), bounds.minY), max(bounds.maxY - height, bounds.minY))
    return switch scanner {
    case .migrate:
      Rect(minX: bounds.x, minY: y, maxX: geometry.sides.left - painter.px(2), maxY: y + height)
    case .free:
      Rect(minX: geometry.labelsRight + painter.px(6), minY: y, maxX: bounds.maxX, maxY: y + height)
    }
  }

  // MARK: Marks on a page

  private func drawSubject(with painter: inout Painter) {
    guard motion.map({ $0.share == 1 }) ?? true, let box = map.subject.flatMap(box(around:))
    else { return }
    let width = painter.px(2)
    painter.list.stroke(box.inset(by: -1), radius: painter.px(5), width: 1, painter.theme.background)
    painter.list.stroke(box.inset(by: -1 - width), radius: painter.px(6), width: width, painter.theme.ring)
  }

  /// Outlines round pages, row by row.
  private func drawMarked(with painter: inout Painter) {
    let visible = geometry.visiblePages
    for range in map.marked where range.overlaps(visible) {
      var start = max(range.lowerBound, visible.lowerBound)
      let end = min(range.upperBound, visible.upperBound)
      while start < end {
        let segmentEnd = start - (start - map.range.lowerBound) % geometry.segment + geometry.segment
        let count = min(end, segmentEnd) - start
        painter.outline(geometry.box(of: start, count: count))
        start += count
      }
    }
  }

  private func drawInspector(with painter: inout Painter) {
    guard let pfn = map.inspector, let box = box(around: pfn) else { return }
    painter.ring(map.inspectsPage ? geometry.box(of: pfn) : box)
  }

  /// The box of the page, or of the block it is in as far as that is in the same row; nil where it is
  /// not in the picture.
  private func box(around pfn: Pfn) -> Rect? {
    guard geometry.visiblePages.contains(pfn) else { return nil }
    let run = map.run(at: pfn)
    let perRow = geometry.columns * geometry.segment
    let rowStart = pfn - (pfn - map.range.lowerBound) % perRow
    let start = max(run?.start ?? pfn, rowStart)
    let end = min(run.map { $0.start + $0.count } ?? pfn + 1, rowStart + perRow)
    return geometry.box(of: start, count: end - start)
  }
}
