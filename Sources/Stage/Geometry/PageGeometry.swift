import Canvas
import Simulation

/// Where each page of a map stands: rows of one or two segments of 16 pages with the lane beside them, zone by
/// zone. It takes all the room there is.
struct PageGeometry: Equatable {
  /// A zone's pages, and the first of its rows.
  struct Stretch: Equatable {
    var pages: Range<Pfn>
    var firstRow: Int
  }

  /// Rows of the map, margins included.
  private(set) var bounds: Rect
  /// Where pages are seen. All of them stand in it, unless they are looked at closely.
  let viewport: Rect
  let stretches: [Stretch]
  let pageblockOrder: Order
  /// Pages of a segment.
  let segment: Int
  /// Segments of a row.
  let columns: Int
  let rows: Int
  /// Pixels above the first row of a zone, for its name; 0 where there is but one zone.
  let headingHeight: Float
  /// Pixels beside the rows that a scanner's pill takes; addresses stand further out.
  let pillRoom: Float
  private(set) var firstRow: Int
  private(set) var visibleRows: Int
  private(set) var cell: (width: Float, height: Float)
  private(set) var gap: Float
  private(set) var rowPitch: Float
  /// Height of a pageblock's frame.
  private(set) var frameHeight: Float
  /// Width of a tab with its distance to the first cell, and of the place for chevrons.
  private(set) var tab: Float
  private(set) var tail: Float
  private(set) var lane: Rect
  /// Whether pages ride in the lane; beside another map there is no room for them.
  let hasLane: Bool
  /// Em size of letters and digits in cells.
  private(set) var glyphSize: Float
  private(set) var left: Float
  /// Upper edge of the first row that is seen, with its heading.
  private(set) var top: Float
  /// How often larger everything is than where all of the map is shown.
  private(set) var magnification: Float = 1
  /// The focus is in none of the rows around what was to stay at its height.
  private(set) var hasLetGo = false

  /// - Parameters:
  ///   - margins: room on the left for addresses and pills and on the right for pills.
  ///   - em: em size of a label at text size 100 % and at the current one.
  init(
    map: PageMap, in rect: Rect, margins: (left: Float, right: Float), em: (base: Float, scaled: Float),
    cap: Float, unit: Float, pillRoom: Float = 0, isPresenting: Bool = false, isBeside: Bool = false
  ) {
    pageblockOrder = map.pageblockOrder
    let segment = min(1 << map.pageblockOrder, 16)
    self.segment = segment
    self.pillRoom = pillRoom
    gap = max((3 * unit).rounded(), 2)
    hasLane = !isBeside
    headingHeight = map.stretches.count > 1 ? (em.scaled * 1.7).rounded() : 0
    let fit = Fit(
      map, width: rect.width - margins.left - margins.right,
      height: rect.height - headingHeight * Float(map.stretches.count), segment: segment, gap: gap, em: em,
      capShare: cap / em.scaled, shares: isBeside ? .beside : isPresenting ? .presenting : .working,
      isPresenting: isPresenting)
    columns = fit.columns
    stretches = fit.stretches
    rows = fit.rows
    rowPitch = fit.rowPitch
    let moat = ((rowPitch - 2 * gap - 2) * 0.06).rounded()
    cell = (fit.cellPitch - gap, min(rowPitch - 3 * gap - moat, (fit.cellPitch * Fit.tallest).rounded()))
    frameHeight = min(cell.height + 2 * gap + moat, rowPitch - gap)
    // Letters grow with cells that are large for them.
    glyphSize = max(fit.em, min(cell.height * 0.54, cell.width * 0.6, em.scaled * 1.6).rounded(.down))
    tab = fit.shares.tab(fit.em)
    tail = fit.shares.tail(fit.em)
    let segmentWidth = tab + Float(segment) * fit.cellPitch - gap + tail
    let laneWidth = fit.shares.lane(fit.em)
    let total = Float(columns) * segmentWidth + laneWidth
    left = (rect.x + margins.left + max(rect.width - margins.left - margins.right - total, 0) / 2).rounded()
    top = rect.y
    viewport = Rect(
      minX: rect.x + margins.left, minY: rect.y, maxX: rect.maxX - margins.right, maxY: rect.maxY)
    bounds = rect
    lane = Rect(x: left + segmentWidth, y: rect.y, width: laneWidth, height: rect.height)
    // Where not all rows find room they are seen page by page, so that nothing moves under a pointer.
    firstRow = 0
    visibleRows = rows
    let focus = row(of: map.focus)
    firstRow = focus / fit.visibleRows * fit.visibleRows
    if let held = map.held {
      let first = firstRow(of: fit.visibleRows, holding: held)
      hasLetGo = !(first..<first + fit.visibleRows).contains(focus)
      if !hasLetGo { firstRow = first }
    }
    visibleRows = min(fit.visibleRows, rows - firstRow)
    bounds.height = rowRect(firstRow + visibleRows - 1).maxY - rect.y
    lane.height = bounds.height
  }

  /// Width of so many segments with the lane at an em size, in the smallest cells that hold a letter.
  static func leastWidth(em: Float, unit: Float, columns: Int = 2, isBeside: Bool = false) -> Float {
    let share = isBeside ? Shares.beside : .working
    return Float(columns) * (share.tab(em) + share.tail(em)) + share.lane(em)
      + Float(16 * columns) * (Fit.least(em) + max((3 * unit).rounded(), 2))
  }

  /// Widths of what stands beside the cells, in em.
  struct Shares {
    var tab: Float
    var tail: Float
    var lane: Float
    static let working = Shares(tab: 1.35, tail: 0.7, lane: 3.3)
    static let presenting = Shares(tab: 1.2, tail: 0.8, lane: 3.1)
    static let beside = Shares(tab: 1.2, tail: 0.6, lane: 0.5)

    func tab(_ em: Float) -> Float { (em * tab).rounded() }
    func tail(_ em: Float) -> Float { (em * tail).rounded() }
    func lane(_ em: Float) -> Float { (em * lane).rounded() }
  }

  var segmentWidth: Float { tab + Float(segment) * (cell.width + gap) - gap + tail }

  /// From the left edge of the first segment to the right edge of the last.
  var span: (left: Float, right: Float) {
    (left, columns == 2 ? left + 2 * segmentWidth + lane.width : left + segmentWidth)
  }

  /// Whether a pageblock is just one segment.
  var fillsSegment: Bool { 1 << pageblockOrder == segment }

  static func == (a: PageGeometry, b: PageGeometry) -> Bool {
    a.bounds == b.bounds && a.stretches == b.stretches && a.firstRow == b.firstRow && a.columns == b.columns
      && a.cell == b.cell && a.left == b.left && a.top == b.top && a.rowPitch == b.rowPitch
  }
}

// MARK: Rows

extension PageGeometry {
  private var perRow: Int { columns * segment }

  /// The first of so many rows that leaves a page nearest to its height.
  private func firstRow(of count: Int, holding held: PageMap.Held) -> Int {
    func distance(_ first: Int) -> Float {
      var geometry = self
      geometry.firstRow = first
      return abs(geometry.rowRect(row(of: held.page)).midY - held.y)
    }
    return (0...max(rows - count, 0)).min { distance($0) < distance($1) } ?? 0
  }

  private func stretch(at pfn: Pfn) -> Stretch {
    stretches.last { $0.pages.lowerBound <= pfn } ?? stretches[0]
  }
  private func stretch(ofRow row: Int) -> Stretch { stretches.last { $0.firstRow <= row } ?? stretches[0] }

  /// Row of the whole map, counted from 0.
  func row(of pfn: Pfn) -> Int {
    let stretch = stretch(at: pfn)
    let page = min(max(pfn, stretch.pages.lowerBound), stretch.pages.upperBound - 1)
    return stretch.firstRow + (page - stretch.pages.lowerBound) / perRow
  }
  func isVisible(row: Int) -> Bool { row >= firstRow && row < firstRow + visibleRows }
  func firstPfn(ofRow row: Int) -> Pfn {
    let stretch = stretch(ofRow: row)
    return stretch.pages.lowerBound + (row - stretch.firstRow) * perRow
  }
  /// The pages of a row.
  func pages(ofRow row: Int) -> Range<Pfn> {
    let start = firstPfn(ofRow: row)
    return start..<min(start + perRow, stretch(ofRow: row).pages.upperBound)
  }
  /// From the first page that is seen to the one behind the last; there may be none of another zone between.
  var visiblePages: Range<Pfn> {
    firstPfn(ofRow: firstRow)..<pages(ofRow: firstRow + visibleRows - 1).upperBound
  }
  /// The page, or the visible one next to it.
  func nearestVisible(_ pfn: Pfn) -> Pfn {
    let visible = visiblePages
    return min(max(pfn, visible.lowerBound), visible.upperBound - 1)
  }

  /// What of a range is seen, in parts that stand in one row, or in one segment of it.
  func pieces(of range: Range<Pfn>, bySegment: Bool = false) -> [Range<Pfn>] {
    guard range.overlaps(visiblePages) else { return [] }
    let range = range.clamped(to: visiblePages)
    // Nearly all are a page or a few.
    if !bySegment, row(of: range.lowerBound) == row(of: range.upperBound - 1) { return [range] }
    return (row(of: range.lowerBound)...row(of: range.upperBound - 1)).flatMap { row in
      let pages = pages(ofRow: row)
      let step = bySegment ? segment : perRow
      return stride(from: pages.lowerBound, to: pages.upperBound, by: step).map {
        range.clamped(to: $0..<min($0 + step, pages.upperBound))
      }.filter { !$0.isEmpty }
    }
  }

  /// First pages of the segments that are seen.
  var visibleSegments: [Pfn] {
    (firstRow..<firstRow + visibleRows).flatMap { row in
      Array(stride(from: pages(ofRow: row).lowerBound, to: pages(ofRow: row).upperBound, by: segment))
    }
  }

  /// 0 for the left segment of a row, 1 for the right one.
  func column(of pfn: Pfn) -> Int { (pfn - firstPfn(ofRow: row(of: pfn))) / segment }

  /// Names of zones above a row, its own included.
  private func headings(upTo row: Int) -> Int { stretches.count { $0.firstRow <= row } }
  /// Whether a zone's name stands above a row.
  func hasHeading(_ row: Int) -> Bool { headingHeight > 0 && stretches.contains { $0.firstRow == row } }

  func rowRect(_ row: Int) -> Rect {
    let headings =
      headingHeight == 0 ? 0 : headings(upTo: row) - headings(upTo: firstRow) + (hasHeading(firstRow) ? 1 : 0)
    return Rect(
      x: bounds.x, y: top + Float(row - firstRow) * rowPitch + Float(headings) * headingHeight,
      width: bounds.width, height: rowPitch)
  }

  /// The row at a height of the picture, or the one next to it.
  func row(at y: Float) -> Int {
    var found = firstRow
    for row in 0..<rows {
      let rect = rowRect(row)
      if y < rect.maxY { return row }
      found = row
    }
    return found
  }
}

// MARK: Boxes

extension PageGeometry {
  /// The frame of the segment that a page is in.
  func frame(ofSegmentAt pfn: Pfn) -> Rect { frame(inRow: row(of: pfn), column: column(of: pfn)) }

  private func frame(inRow row: Int, column: Int) -> Rect {
    let inset = ((rowPitch - frameHeight) / 2).rounded(.down)
    return Rect(
      x: left + Float(column) * (segmentWidth + lane.width), y: rowRect(row).y + inset,
      width: segmentWidth, height: frameHeight)
  }

  /// Around what is visible of a pageblock that fills several segments.
  func frame(ofPageblockAt start: Pfn) -> Rect {
    let first = max(start, visiblePages.lowerBound)
    let last = min(start + (1 << pageblockOrder), visiblePages.upperBound) - 1
    let rows = frame(ofSegmentAt: first).union(frame(ofSegmentAt: last))
    return Rect(minX: span.left, minY: rows.minY, maxX: span.right, maxY: rows.maxY).inset(
      by: -(gap / 2).rounded(.down))
  }

  /// The cell of a page, or the box of several within one row, or of whole rows.
  func box(of pfn: Pfn, count: Int = 1) -> Rect {
    let first = cellRect(pfn)
    guard count > 1 else { return first }
    let last = cellRect(pfn + count - 1)
    let end = last.y > first.y ? cellRect(pages(ofRow: row(of: pfn)).upperBound - 1) : last
    return Rect(minX: first.minX, minY: first.minY, maxX: end.maxX, maxY: last.maxY)
  }

  private func cellRect(_ pfn: Pfn) -> Rect {
    let row = row(of: pfn)
    let place = pfn - firstPfn(ofRow: row)
    let frame = frame(inRow: row, column: place / segment)
    return Rect(
      x: frame.x + tab + Float(place % segment) * (cell.width + gap),
      y: frame.y + ((frame.height - cell.height) / 2).rounded(.down), width: cell.width,
      height: cell.height)
  }

  /// The page at a place, gaps belonging to the cell on their left; nil outside of cells.
  func pfn(at point: Point) -> Pfn? {
    guard bounds.contains(point), magnification == 1 || viewport.contains(point) else { return nil }
    let row = row(at: point.y)
    guard isVisible(row: row), rowRect(row).contains(point) else { return nil }
    for column in 0..<columns {
      let x = point.x - left - Float(column) * (segmentWidth + lane.width) - tab
      guard x >= 0, x < Float(segment) * (cell.width + gap) else { continue }
      let pages = pages(ofRow: row)
      let pfn = pages.lowerBound + column * segment + Int(x / (cell.width + gap))
      return pages.contains(pfn) ? pfn : nil
    }
    return nil
  }
}

// MARK: The plane of all rows

extension PageGeometry {
  /// Upper edge of a row, its heading included, below that of the first one.
  private func planeTop(ofRow row: Int) -> Float {
    Float(row) * rowPitch + Float(headings(upTo: row)) * headingHeight - (hasHeading(row) ? headingHeight : 0)
  }
  var planeWidth: Float { span.right - span.left }
  var planeHeight: Float {
    Float(rows) * rowPitch + (headingHeight > 0 ? Float(stretches.count) * headingHeight : 0)
  }
  /// Pixels from the upper edge of the plane to that of what is seen first.
  var planeOrigin: Float { planeTop(ofRow: firstRow) + viewport.y - top }

  /// Everything so often larger than it is.
  func magnified(_ scale: Float) -> PageGeometry {
    var geometry = self
    geometry.magnification = magnification * scale
    geometry.cell = (cell.width * scale, cell.height * scale)
    geometry.gap = gap * scale
    geometry.rowPitch = rowPitch * scale
    geometry.frameHeight = frameHeight * scale
    geometry.tab = tab * scale
    geometry.tail = tail * scale
    geometry.glyphSize = glyphSize * scale
    geometry.lane.width = lane.width * scale
    return geometry
  }

  /// Puts the rows so that their point (x, y) is the upper left corner of what is seen.
  mutating func shift(x: Float, y: Float) {
    let (x, y) = (x.rounded(), y.rounded())
    left = viewport.minX - x
    bounds = Rect(x: bounds.x, y: viewport.y, width: bounds.width, height: viewport.height)
    firstRow = (0..<rows).last { planeTop(ofRow: $0) <= y } ?? 0
    top = viewport.y - y + planeTop(ofRow: firstRow)
    let end = (firstRow..<rows).last { planeTop(ofRow: $0) < y + viewport.height } ?? firstRow
    visibleRows = end - firstRow + 1
    lane = Rect(x: left + segmentWidth, y: viewport.y, width: lane.width, height: viewport.height)
  }
}
