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
    if !pen.type.isPresenting { drawNames(with: &pen) }
    let pills = Scanner.allCases.compactMap { pill(of: $0, pen) }
    for pill in pills { pill.draw(with: &pen) }
    if let mark = map.mark, let subject = map.subject, motion == nil {
      StepMarkView(
        mark: mark, subject: subject, box: box(around: subject), geometry: geometry,
        pill: pills.first { $0.scanner == .free }?.rect
      ).draw(with: &pen)
    }
  }

  /// Addresses left of the pills, and the names of zones above their rows.
  private func drawNames(with pen: inout Pen) {
    let right = geometry.sides.left - geometry.pillRoom
    for row in geometry.firstRow..<(geometry.firstRow + geometry.visibleRows) {
      let rect = geometry.rowRect(row)
      if geometry.hasHeading(row), rect.minY - geometry.headingHeight >= geometry.bounds.minY - 1 {
        drawHeading(above: rect, row, with: &pen)
      }
      let address = String(geometry.firstPfn(ofRow: row), radix: 16)
      let size = labelSize(pen)
      guard rect.midY - geometry.labelHeight / 2 >= geometry.bounds.minY,
        rect.midY + geometry.labelHeight / 2 <= geometry.bounds.maxY,
        pen.setter.glyphs.width(of: address, face: .mono, size: size) <= right - rect.x
      else { continue }
      pen.text(
        address, in: Rect(minX: rect.x, minY: rect.y, maxX: right, maxY: rect.maxY),
        pen.style(pen.theme.secondaryText, .label, .mono), size: size, .right)
    }
  }

  private func drawHeading(above rect: Rect, _ row: Int, with pen: inout Pen) {
    let first = geometry.firstPfn(ofRow: row)
    guard let part = map.parts.first(where: { $0.range.contains(first) }) else { return }
    let isRun = part.zone == map.runZone
    pen.text(
      part.zone.description,
      in: Rect(
        minX: geometry.sides.left, minY: rect.minY - geometry.headingHeight, maxX: geometry.sides.right,
        maxY: rect.minY),
      pen.style(isRun ? pen.theme.text : pen.theme.secondaryText, .label, .sansSemiBold))
  }

  /// Em size of what stands beside the rows: that of a label, or less where rows are lower.
  private func labelSize(_ pen: Pen) -> Float {
    let size = pen.type.size(.label, .mono)
    return size <= geometry.rowPitch ? size : min(size, geometry.glyphSize)
  }

  // MARK: Frames of pageblocks

  private func drawFrames(with pen: inout Pen) {
    let first = geometry.visiblePages.lowerBound
    for start in geometry.visibleSegments {
      let frame = geometry.frame(ofSegmentAt: start)
      if !geometry.fillsSegment {
        pen.list.stroke(frame, radius: pen.px(6), width: 1, pen.theme.hairline)
      }
      guard start % (1 << map.pageblockOrder) == 0 || start == first else { continue }
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
    for run in map.runs {
      for piece in pieces(of: run) {
        draw(run.look, at: piece.lowerBound, count: piece.count, with: &pen)
      }
    }
  }

  /// What of a block is seen: one part if it fills whole rows, else one in each.
  private func pieces(of run: PageMap.Run) -> [Range<Pfn>] {
    let pieces = geometry.pieces(of: run.start..<run.start + run.count)
    let isWhole =
      pieces.count > 1 && pieces.allSatisfy { $0 == geometry.pages(ofRow: geometry.row(of: $0.lowerBound)) }
    guard isWhole, let first = pieces.first, let last = pieces.last else { return pieces }
    return [first.lowerBound..<last.upperBound]
  }

  private func draw(_ look: PageLook, at start: Pfn, count: Int, with pen: inout Pen) {
    let crossesLane = count > geometry.segment && geometry.columns == 2
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
    }
    let frames = Scanner.allCases.map { ($0, mark(of: $0, pen)?.frame) }
    if map.meeting != nil, let shared = frames[0].1, shared == frames[1].1 {
      return pen.sharedFrame(shared)
    }
    for case (let scanner, let frame?) in frames {
      pen.list.stroke(frame, radius: pen.px(6), width: pen.px(3), scanner.hue(pen.theme))
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

  /// As high as its name wants; beside low rows higher than one.
  private func pill(of scanner: Scanner, _ pen: Pen) -> ScannerPill? {
    guard let mark = mark(of: scanner, pen) else { return nil }
    let name = (pen.type.size(.label, .sans) * 1.45).rounded()
    let height = max(min(geometry.rowPitch, pen.px(38)), name) - min(geometry.gap, pen.px(3)) + 2
    let isGliding = motion.map {
      $0.share < 1 && $0.earlier.position(of: scanner) != map.position(of: scanner)
    }
    return ScannerPill(
      scanner, mark, geometry, height: height, isGliding: isGliding ?? false, pen)
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
    for range in map.marked {
      for piece in geometry.pieces(of: range, bySegment: true) {
        pen.outline(geometry.box(of: piece.lowerBound, count: piece.count))
      }
    }
  }

  private func drawInspector(with pen: inout Pen) {
    guard let pfn = map.inspector, let box = box(around: pfn) else { return }
    pen.ring(map.inspectsPage ? geometry.box(of: pfn) : box)
  }

  /// The box of the page, or of the block it is in as far as that is seen as one; nil where it is not in the
  /// picture.
  func box(around pfn: Pfn) -> Rect? {
    guard geometry.visiblePages.contains(pfn) else { return nil }
    let pieces = map.run(at: pfn).map(pieces(of:)) ?? [pfn..<pfn + 1]
    let piece = pieces.first { $0.contains(pfn) } ?? pfn..<pfn + 1
    return geometry.box(of: piece.lowerBound, count: piece.count)
  }
}
