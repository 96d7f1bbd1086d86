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
  func drawCells(with pen: inout Pen) {
    pen.hits.add(geometry)
    let lane = LaneView(map: map, geometry: geometry, scale: scale, motion: motion)
    drawFrames(with: &pen)
    if geometry.hasLane { lane.drawLines(with: &pen) }
    // A block that spans two pageblocks hides what is between them.
    drawScannerFrames(with: &pen)
    drawPages(with: &pen)
    drawScannerBars(with: &pen)
    drawSubject(with: &pen)
    if geometry.hasLane { lane.drawCars(with: &pen) }
    drawMarked(with: &pen)
    drawInspector(with: &pen)
  }

  /// What stands beside the pages.
  func drawLabels(with pen: inout Pen) {
    if !pen.type.isPresenting {
      let pill = pillRect(of: .migrate, pen)
      for row in geometry.firstRow..<(geometry.firstRow + geometry.visibleRows) {
        drawAddress(row, beside: pill, with: &pen)
      }
    }
    for scanner in Scanner.allCases { drawPill(of: scanner, with: &pen) }
    if let mark = map.mark, let subject = map.subject, motion == nil {
      let pill = pillRect(of: .free, pen)
      StepMarkView(mark: mark, subject: subject, geometry: geometry, pill: pill).draw(with: &pen)
    }
  }

  private func drawAddress(_ row: Int, beside pill: Rect?, with pen: inout Pen) {
    let rect = geometry.rowRect(row)
    guard rect.midY - geometry.labelHeight / 2 >= geometry.bounds.minY,
      rect.midY + geometry.labelHeight / 2 <= geometry.bounds.maxY
    else { return }
    let half = min(labelSize(pen), geometry.labelHeight) / 2
    if let pill, pill.minY < rect.midY + half, rect.midY - half < pill.maxY { return }
    let address = String(geometry.firstPfn(ofRow: row), radix: 16)
    pen.text(
      address,
      in: Rect(minX: rect.x, minY: rect.y, maxX: geometry.sides.left - pen.px(11), maxY: rect.maxY),
      pen.style(pen.theme.secondaryText, .label, .mono), size: labelSize(pen), .right)
  }

  /// Em size of what stands beside the rows: that of a label, or less where rows are lower.
  private func labelSize(_ pen: Pen) -> Float {
    let size = pen.type.size(.label, .mono)
    return size <= geometry.rowPitch ? size : min(size, geometry.glyphSize)
  }

  // MARK: Frames of pageblocks

  private func drawFrames(with pen: inout Pen) {
    let visible = geometry.visiblePages
    for start in stride(from: visible.lowerBound, to: visible.upperBound, by: geometry.segment) {
      let frame = geometry.frame(ofSegmentAt: start)
      if !geometry.fillsSegment {
        pen.list.stroke(frame, radius: pen.px(6), width: 1, pen.theme.hairline)
      }
      guard (start - map.range.lowerBound) % (1 << map.pageblockOrder) == 0 || start == visible.lowerBound
      else { continue }
      let block = map.pageblock(at: start)
      let outer =
        geometry.fillsSegment
        ? frame : geometry.frame(ofPageblockAt: (start >> map.pageblockOrder) << map.pageblockOrder)
      draw(block, frame: outer, segment: frame, with: &pen)
    }
  }

  /// - Parameter segment: the frame's first segment, where tab and chevrons stand.
  private func draw(
    _ block: PageMap.Pageblock, frame: Rect, segment: Rect, with pen: inout Pen
  ) {
    let theme = pen.theme
    let radius = pen.px(6)
    if block.migratetype == .movable {
      pen.list.stroke(frame, radius: radius, width: 1, theme.frame)
    } else {
      pen.list.stroke(
        frame, radius: radius, width: pen.px(2), theme.markedFrame, dash: block.migratetype.frameDash)
      if block.migratetype == .isolate {
        pen.list.stroke(
          frame.inset(by: pen.px(3)), radius: radius, width: 1, theme.markedFrame)
      }
      let tab = Rect(
        x: segment.x, y: segment.y, width: geometry.tab - pen.px(5), height: segment.height)
      pen.tab(block.migratetype, in: tab, size: geometry.glyphSize)
    }
    if block.skipHint {
      pen.chevrons(
        in: Rect(
          x: segment.maxX - geometry.tail + pen.px(3), y: segment.y, width: geometry.tail - pen.px(7),
          height: segment.height))
    }
  }

  // MARK: Pages

  private func drawPages(with pen: inout Pen) {
    let visible = geometry.visiblePages
    let perRow = geometry.columns * geometry.segment
    for run in map.runs where run.start < visible.upperBound && run.start + run.count > visible.lowerBound {
      var start = max(run.start, visible.lowerBound)
      let end = min(run.start + run.count, visible.upperBound)
      while start < end {
        let rowEnd = start - (start - map.range.lowerBound) % perRow + perRow
        let count = min(end, rowEnd) - start
        draw(run.look, at: start, count: count, with: &pen)
        start += count
      }
    }
  }

  private func draw(_ look: PageLook, at start: Pfn, count: Int, with pen: inout Pen) {
    let crossesLane = geometry.column(of: start) != geometry.column(of: start + count - 1)
    let box = geometry.box(of: start, count: count)
    if motion?.drawnWithBlocks.contains(start) == true { return }
    if let motion, let blocks = motion.blocks[start] {
      let joined = blocks.isMerge ? motion.joined : 1 - motion.joined
      return pen.blocks(blocks, joined: joined, geometry, scale)
    }
    if let number = motion?.awaited[start] {
      return pen.cell(.target(number), in: box, scale: scale, glyphSize: geometry.glyphSize)
    }
    if crossesLane {
      pen.list.fill(box.inset(x: pen.px(4), y: -pen.px(1)), pen.theme.background)
    }
    pen.cell(look, in: box, scale: scale, glyphSize: geometry.glyphSize)
  }

  // MARK: Scanners

  private func drawScannerFrames(with pen: inout Pen) {
    for scanner in Scanner.allCases {
      if let earlier = map.change?.position(of: scanner),
        let frame = ScannerMark(earlier, map, geometry, pen).frame
      {
        pen.list.stroke(
          frame, radius: pen.px(6), width: pen.px(2), scanner.hue(pen.theme), dash: .dashed)
      }
      if let frame = mark(of: scanner, pen)?.frame {
        pen.list.stroke(frame, radius: pen.px(6), width: pen.px(3), scanner.hue(pen.theme))
      }
    }
  }

  private func drawScannerBars(with pen: inout Pen) {
    for scanner in Scanner.allCases {
      if let bar = mark(of: scanner, pen)?.bar { pen.list.fill(bar, scanner.hue(pen.theme)) }
    }
  }

  /// Where a scanner's marks stand now; on the way from an earlier place while it glides.
  private func mark(of scanner: Scanner, _ pen: Pen) -> ScannerMark? {
    guard let position = map.position(of: scanner) else { return nil }
    let mark = ScannerMark(position, map, geometry, pen)
    guard let motion, let earlier = motion.earlier.position(of: scanner), earlier != position else {
      return mark
    }
    return ScannerMark(earlier, map, geometry, pen).mixed(with: mark, share: motion.share)
  }

  private func drawPill(of scanner: Scanner, with pen: inout Pen) {
    guard let mark = mark(of: scanner, pen), let rect = pillRect(of: scanner, pen) else { return }
    let size = min(pen.type.size(.label, .sansSemiBold), (rect.height / 1.15).rounded(.down))
    pen.pill(pen.words(scanner.key) + mark.direction, scanner, in: rect, size: size)
  }

  /// As high as its name wants; beside low rows higher than one.
  private func pillRect(of scanner: Scanner, _ pen: Pen) -> Rect? {
    guard let mark = mark(of: scanner, pen) else { return nil }
    let name = (pen.type.size(.label, .sans) * 1.45).rounded()
    let height = max(min(geometry.rowPitch, pen.px(38)), name) - min(geometry.gap, pen.px(3)) + 2
    let bounds = geometry.bounds
    let y = min(
      max((mark.middle - height / 2).rounded(), bounds.minY), max(bounds.maxY - height, bounds.minY))
    return switch scanner {
    case .migrate:
      Rect(minX: bounds.x, minY: y, maxX: geometry.sides.left - pen.px(2), maxY: y + height)
    case .free:
      Rect(minX: geometry.labelsRight + pen.px(6), minY: y, maxX: bounds.maxX, maxY: y + height)
    }
  }

  // MARK: Marks on a page

  private func drawSubject(with pen: inout Pen) {
    guard motion.map({ $0.share == 1 }) ?? true, let box = map.subject.flatMap(box(around:))
    else { return }
    let width = pen.px(2)
    pen.list.stroke(box.inset(by: -1), radius: pen.px(5), width: 1, pen.theme.background)
    pen.list.stroke(box.inset(by: -1 - width), radius: pen.px(6), width: width, pen.theme.ring)
  }

  /// Outlines round pages, row by row.
  private func drawMarked(with pen: inout Pen) {
    let visible = geometry.visiblePages
    for range in map.marked where range.overlaps(visible) {
      var start = max(range.lowerBound, visible.lowerBound)
      let end = min(range.upperBound, visible.upperBound)
      while start < end {
        let segmentEnd = start - (start - map.range.lowerBound) % geometry.segment + geometry.segment
        let count = min(end, segmentEnd) - start
        pen.outline(geometry.box(of: start, count: count))
        start += count
      }
    }
  }

  private func drawInspector(with pen: inout Pen) {
    guard let pfn = map.inspector, let box = box(around: pfn) else { return }
    pen.ring(map.inspectsPage ? geometry.box(of: pfn) : box)
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
