import Canvas
import Simulation

/// Where each page of a map stands: rows of one or two segments of 16 pages with the lane beside them.
struct PageGeometry: Equatable {
  /// Rows of the map, margins included.
  private(set) var bounds: Rect
  /// Where pages are seen. All of them stand in it, unless they are looked at closely.
  let viewport: Rect
  let range: Range<Pfn>
  let pageblockOrder: Order
  /// Pages of a segment.
  let segment: Int
  /// Segments of a row.
  let columns: Int
  let rows: Int
  private(set) var firstRow: Int
  private(set) var visibleRows: Int
  private(set) var cell: (width: Float, height: Float)
  private(set) var gap: Float
  private(set) var rowPitch: Float
  /// Width of a tab with its distance to the first cell, and of the place for chevrons.
  private(set) var tab: Float
  private(set) var tail: Float
  private(set) var lane: Rect
  /// Whether pages ride in the lane; beside another map there is no room for them.
  let hasLane: Bool
  /// Em size of letters and digits in cells.
  private(set) var glyphSize: Float
  private(set) var left: Float
  /// Upper edge of the first row that is seen.
  private(set) var top: Float
  /// How often larger everything is than where all of the map is shown.
  private(set) var magnification: Float = 1

  /// - Parameters:
  ///   - margins: room on the left for addresses and pills and on the right for pills.
  ///   - em: em size of a label at text size 100 % and at the current one.
  init(
    map: PageMap, in rect: Rect, margins: (left: Float, right: Float), em: (base: Float, scaled: Float),
    cap: Float, unit: Float, isPresenting: Bool = false, isBeside: Bool = false
  ) {
    range = map.range
    pageblockOrder = map.pageblockOrder
    let segment = min(1 << map.pageblockOrder, 16)
    self.segment = segment
    let gap = max((3 * unit).rounded(), 2)
    self.gap = gap
    let base = em.base
    let share = isBeside ? Shares.beside : isPresenting ? .presenting : .working
    hasLane = !isBeside
    let available = rect.width - margins.left - margins.right
    /// Cell pitch that fills the width with so many columns, at an em size.
    func pitch(columns: Int, em: Float) -> Float {
      let fixed = (share.tab(em) + share.tail(em)) * Float(columns) + share.lane(em)
      return ((available - fixed) / Float(columns * segment)).rounded(.down)
    }
    let smallest = Self.least(base) + gap
    columns = pitch(columns: 2, em: base) >= smallest && map.range.count > segment ? 2 : 1
    // Letters as large as the text is wanted, as long as they find room.
    var size = em.scaled
    while size > base, pitch(columns: columns, em: size) < Self.least(size) + gap { size -= 1 }
    let rows = (map.range.count + columns * segment - 1) / (columns * segment)
    self.rows = rows
    let capShare = cap / em.scaled
    /// Lowest row that keeps a moat around a letter.
    func lowest(_ em: Float) -> Float { (em * capShare * 1.5).rounded(.up) + 2 * gap }
    while size > base, Float(min(rows, Self.leastRows)) * lowest(size) > rect.height { size -= 1 }
    glyphSize = size
    let widest = (size * 1.45).rounded()
    let width = min(max(pitch(columns: columns, em: size), smallest), widest)
    let fitting = (rect.height / Float(rows)).rounded(.down)
    rowPitch = min(max(fitting, lowest(size)), (size * 1.9).rounded())
    visibleRows = max(min(rows, Int(rect.height / rowPitch)), 1)
    let moat = (rowPitch - 2 * gap - 2) * 0.06
    cell = (width - gap, rowPitch - 3 * gap - moat.rounded())
    tab = share.tab(size)
    tail = share.tail(size)
    let segmentWidth = tab + Float(segment) * width - gap + tail
    let laneWidth = share.lane(size)
    let total = Float(columns) * segmentWidth + laneWidth
    left = (rect.x + margins.left + max(available - total, 0) / 2).rounded()
    lane = Rect(
      x: left + segmentWidth, y: rect.y, width: laneWidth, height: Float(visibleRows) * rowPitch)
    bounds = Rect(x: rect.x, y: rect.y, width: rect.width, height: Float(visibleRows) * rowPitch)
    top = rect.y
    viewport = Rect(
      minX: rect.x + margins.left, minY: rect.y, maxX: rect.maxX - margins.right, maxY: rect.maxY)
    let focusRow = (map.focus - map.range.lowerBound) / (columns * segment)
    firstRow = ShownRows(of: rows, fitting: visibleRows, around: focusRow).first
  }

  /// Width of so many segments with the lane at an em size, in the smallest cells that hold a letter.
  static func leastWidth(em: Float, unit: Float, columns: Int = 2, isBeside: Bool = false) -> Float {
    let share = isBeside ? Shares.beside : .working
    return Float(columns) * (share.tab(em) + share.tail(em)) + share.lane(em)
      + Float(16 * columns) * (least(em) + max((3 * unit).rounded(), 2))
  }

  /// Rows that are seen before letters give way: a batch with its lane.
  private static let leastRows = 5

  private static func least(_ em: Float) -> Float { (em * 0.8).rounded(.up) }

  /// Widths of what stands beside the cells, in em.
  private struct Shares {
    var tab: Float
    var tail: Float
    var lane: Float
    static let working = Shares(tab: 1.45, tail: 1.05, lane: 3.4)
    static let presenting = Shares(tab: 1.2, tail: 0.8, lane: 3.1)
    static let beside = Shares(tab: 1.2, tail: 0.9, lane: 0.5)

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

  /// Row of the whole map, counted from 0.
  func row(of pfn: Pfn) -> Int { (pfn - range.lowerBound) / (columns * segment) }
  func isVisible(row: Int) -> Bool { row >= firstRow && row < firstRow + visibleRows }
  var visiblePages: Range<Pfn> {
    let perRow = columns * segment
    let first = range.lowerBound + firstRow * perRow
    return first..<min(first + visibleRows * perRow, range.upperBound)
  }
  /// The page, or the visible one next to it.
  func nearestVisible(_ pfn: Pfn) -> Pfn {
    let visible = visiblePages
    return min(max(pfn, visible.lowerBound), visible.upperBound - 1)
  }
  func firstPfn(ofRow row: Int) -> Pfn { range.lowerBound + row * columns * segment }

  /// 0 for the left segment of a row, 1 for the right one.
  func column(of pfn: Pfn) -> Int { (pfn - range.lowerBound) / segment % columns }

  func rowRect(_ row: Int) -> Rect {
    Rect(
      x: bounds.x, y: top + Float(row - firstRow) * rowPitch, width: bounds.width, height: rowPitch)
  }

  /// The frame of the segment that a page is in.
  func frame(ofSegmentAt pfn: Pfn) -> Rect {
    let row = rowRect(row(of: pfn))
    let inset = (gap / 2).rounded(.down)
    return Rect(
      x: left + Float(column(of: pfn)) * (segmentWidth + lane.width), y: row.y + inset,
      width: segmentWidth, height: rowPitch - gap)
  }

  /// Around what is visible of a pageblock that fills several segments.
  func frame(ofPageblockAt start: Pfn) -> Rect {
    let first = max(start, visiblePages.lowerBound)
    let last = min(start + (1 << pageblockOrder), visiblePages.upperBound) - 1
    let rows = frame(ofSegmentAt: first).union(frame(ofSegmentAt: last))
    return Rect(minX: span.left, minY: rows.minY, maxX: span.right, maxY: rows.maxY).inset(
      by: -(gap / 2).rounded(.down))
  }

  /// The cell of a page, or the box of several within one row.
  func box(of pfn: Pfn, count: Int = 1) -> Rect {
    let first = cellRect(pfn)
    guard count > 1 else { return first }
    return Rect(minX: first.minX, minY: first.minY, maxX: cellRect(pfn + count - 1).maxX, maxY: first.maxY)
  }

  private func cellRect(_ pfn: Pfn) -> Rect {
    let frame = frame(ofSegmentAt: pfn)
    let place = (pfn - range.lowerBound) % segment
    return Rect(
      x: frame.x + tab + Float(place) * (cell.width + gap),
      y: frame.y + ((frame.height - cell.height) / 2).rounded(.down), width: cell.width,
      height: cell.height)
  }

  /// The page at a place, gaps belonging to the cell on their left; nil outside of cells.
  func pfn(at point: Point) -> Pfn? {
    guard bounds.contains(point) else { return nil }
    guard magnification == 1 || viewport.contains(point) else { return nil }
    let row = firstRow + Int((point.y - top) / rowPitch)
    for column in 0..<columns {
      let x = point.x - left - Float(column) * (segmentWidth + lane.width) - tab
      guard x >= 0, x < Float(segment) * (cell.width + gap) else { continue }
      let pfn = firstPfn(ofRow: row) + column * segment + Int(x / (cell.width + gap))
      return range.contains(pfn) ? pfn : nil
    }
    return nil
  }

  static func == (a: PageGeometry, b: PageGeometry) -> Bool {
    a.bounds == b.bounds && a.range == b.range && a.firstRow == b.firstRow && a.columns == b.columns
      && a.cell == b.cell && a.left == b.left && a.top == b.top
  }
}

// MARK: The plane of all rows

extension PageGeometry {
  /// Everything so often larger than it is.
  func magnified(_ scale: Float) -> PageGeometry {
    var geometry = self
    geometry.magnification = magnification * scale
    geometry.cell = (cell.width * scale, cell.height * scale)
    geometry.gap = gap * scale
    geometry.rowPitch = rowPitch * scale
    geometry.tab = tab * scale
    geometry.tail = tail * scale
    geometry.glyphSize = glyphSize * scale
    geometry.lane.width = lane.width * scale
    return geometry
  }

  /// Puts the rows so that their point (x, y) is the upper left corner of what is seen.
  mutating func shift(x: Float, y: Float) {
    left = viewport.minX - x
    bounds = Rect(x: bounds.x, y: viewport.y, width: bounds.width, height: viewport.height)
    firstRow = min(max(Int((y / rowPitch).rounded(.down)), 0), rows - 1)
    top = viewport.y - y + Float(firstRow) * rowPitch
    visibleRows = min(Int(((viewport.maxY - top) / rowPitch).rounded(.up)), rows - firstRow)
    lane = Rect(x: left + segmentWidth, y: viewport.y, width: lane.width, height: viewport.height)
  }
}
