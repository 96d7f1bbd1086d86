import Canvas
import Glibc
import Simulation

/// Where each pageblock of a board stands: rows of cells in address order, zone by zone, with bands for
/// holes that are at least a row long.
struct BoardGeometry: Equatable {
  /// Cells of one row: from the address of the first one on. Those of other zones are not shown in it.
  struct Row: Equatable {
    var start: Pfn
    var y: Float
    /// What of its zone lies in it, in whole pageblocks.
    var pages: Range<Pfn>
    var zone: Int
  }
  struct Heading: Equatable {
    var zone: Int
    var y: Float
  }
  struct Band: Equatable {
    var hole: Int
    var y: Float
  }

  /// Narrower cells than this, gap included, can't be told apart.
  static let leastCellPitch: Float = 5
  /// Pages of a pageblock that stand side by side.
  static let pagesPerRow = 32

  let bounds: Rect
  /// Where cells are seen. All of them stand in it, unless they are looked at closely.
  let viewport: Rect
  /// Left edge of the first cell of a row.
  private(set) var left: Float
  private(set) var cellPitch: Float
  private(set) var rowPitch: Float
  private(set) var cell: (width: Float, height: Float)
  private(set) var cellsPerRow: Int
  private(set) var pageblocksPerCell: Int
  let pageblockOrder: Order
  let headingHeight: Float
  let bandHeight: Float
  /// What stands above the pages in the cell of a pageblock that is looked at closely.
  private(set) var captionHeight: Float = 0
  private(set) var rows: [Row] = []
  private(set) var headings: [Heading] = []
  private(set) var bands: [Band] = []
  /// 0 shows the whole board.
  private(set) var level: Float = 0
  /// Upper edge of what stands first, where that has moved.
  private var planeTop: Float?
  /// How cells are at level 0.
  private let whole: Whole
  private let items: [Item]
  private let em: Float
  /// Pixels of this window for one pixel of a picture 1080 lines high.
  let unit: Float

  private struct Whole {
    /// Pixels from pageblock to pageblock, and from row to row.
    var pitch: (x: Float, y: Float)
    /// Pixels between rows.
    var gap: Float
    var cellsPerRow: Int
    var pageblocksPerCell: Int
  }

  private enum Item {
    case heading(Int)
    case band(Int)
    case row(Row)
  }

  init(map: BoardMap, in rect: Rect, margins: BoardMargins, em: Float, unit: Float) {
    bounds = rect
    pageblockOrder = map.pageblockOrder
    // Frames of cells in the first row reach up into the last pixels.
    headingHeight = (em * 1.5 + 5 * unit).rounded()
    bandHeight = (em * 1.45).rounded()
    let width = rect.width - margins.left - margins.right
    let lowest = max((14 * unit).rounded(), 9)
    var best: (perRow: Int, group: Int, items: [Item], pitch: Float)?
    /// How large cells look: the smaller of both sides, as far as they may be apart.
    func largeness(_ perRow: Int, _ pitch: Float) -> Float { min(width / Float(perRow), pitch / 2.2) }
    for group in [1, 2, 4, 8, 16, 32, 64] where best.map({ $0.pitch < lowest }) ?? true {
      for perRow in [128, 256, 64, 512, 32] where width / Float(perRow) >= Self.leastCellPitch {
        let items = Self.items(map, rowPages: perRow * group << map.pageblockOrder)
        var (rows, fixed) = (0, Float(0))
        for item in items {
          switch item {
          case .heading: fixed += headingHeight
          case .band: fixed += bandHeight
          case .row: rows += 1
          }
        }
        let pitch = ((rect.height - fixed) / Float(max(rows, 1))).rounded(.down)
        let isBetter =
          best.map { best in
            best.pitch < lowest
              ? pitch > best.pitch
              : pitch >= lowest && largeness(perRow, pitch) > largeness(best.perRow, best.pitch) * 1.05
          } ?? true
        if isBetter { best = (perRow, group, items, pitch) }
      }
    }
    let chosen = best ?? (32, 64, [], lowest)
    cellsPerRow = chosen.perRow
    pageblocksPerCell = chosen.group
    cellPitch = max(min(width / Float(chosen.perRow), 40 * max(unit, 0.5)), 1)
    rowPitch = min(max(chosen.pitch, 3), max((24 * unit).rounded(), 12, (cellPitch * 3).rounded()))
    cell = (cellPitch - 1, rowPitch - max((rowPitch / 6).rounded(), 1))
    left = (rect.x + margins.left).rounded()
    viewport = Rect(
      minX: left, minY: rect.y, maxX: (left + Float(cellsPerRow) * cellPitch).rounded() - 1, maxY: rect.maxY)
    items = chosen.items
    whole = Whole(
      pitch: (cellPitch / Float(pageblocksPerCell), rowPitch), gap: rowPitch - cell.height,
      cellsPerRow: cellsPerRow, pageblocksPerCell: pageblocksPerCell)
    self.em = em
    self.unit = unit
    place(from: rect.y)
  }

  /// Stacks rows, headings and bands from `top` on, as far as they are seen.
  private mutating func place(from top: Float) {
    var y = top
    (rows, headings, bands) = ([], [], [])
    for item in items where y < bounds.maxY {
      let height = height(of: item)
      if y + height > bounds.minY {
        switch item {
        case .heading(let zone): headings.append(Heading(zone: zone, y: y))
        case .band(let hole): bands.append(Band(hole: hole, y: y))
        case .row(var row):
          row.y = y
          rows.append(row)
        }
      }
      y += height
    }
  }

  private func height(of item: Item) -> Float {
    switch item {
    case .heading: headingHeight
    case .band: bandHeight
    case .row: rowPitch
    }
  }

  /// Zone by zone the rows that have memory; where rows were left out, the hole instead.
  private static func items(_ map: BoardMap, rowPages: Int) -> [Item] {
    var items: [Item] = []
    let pageblock = 1 << map.pageblockOrder
    var end: Pfn?
    var zoneStart = 0
    for (index, zone) in map.zones.enumerated() {
      guard let first = zone.ranges.first, let last = zone.ranges.last else { continue }
      zoneStart = max(first.lowerBound / pageblock * pageblock, zoneStart)
      let zoneEnd = max((last.upperBound / pageblock + 1) * pageblock, zoneStart)
      var isFirst = true
      for range in zone.ranges {
        var start = range.lowerBound / rowPages * rowPages
        if !isFirst, let end, start < end { start = end }
        if let end, start > end, let hole = map.holes.firstIndex(where: { $0.range.overlaps(end..<start) }) {
          items.append(.band(hole))
        }
        if isFirst { items.append(.heading(index)) }
        isFirst = false
        while start <= range.upperBound {
          let pages = (start..<start + rowPages).clamped(to: zoneStart..<zoneEnd)
          items.append(.row(Row(start: start, y: 0, pages: pages, zone: index)))
          start += rowPages
        }
        end = start
      }
      zoneStart = zoneEnd
    }
    return items
  }

  var cellPages: Int { pageblocksPerCell << pageblockOrder }
  private var rowPages: Int { cellsPerRow * cellPages }

  /// The row that shows an address; zones that share a row's addresses have a row each.
  func row(of pfn: Pfn) -> Int? {
    rows.lastIndex { $0.pages.contains(pfn) }
      ?? rows.lastIndex { $0.start <= pfn && pfn < $0.start + rowPages }
  }

  /// Indices of the cells of a row that are seen.
  var visibleCells: Range<Int> {
    let first = max(Int(((viewport.minX - left) / cellPitch).rounded(.down)), 0)
    let end = min(Int(((viewport.maxX - left) / cellPitch).rounded(.up)), cellsPerRow)
    return first..<max(end, first)
  }

  /// The cell that a page lies in.
  func box(of pfn: Pfn) -> Rect? {
    guard let index = row(of: pfn) else { return nil }
    return box(row: rows[index], cell: (pfn - rows[index].start) / cellPages)
  }

  /// Cells end at whole pixels; some are one wider than others where the row fills its room.
  func box(row: Row, cell index: Int) -> Rect {
    let x = (left + Float(index) * cellPitch).rounded()
    let end = (left + Float(index) * cellPitch + cell.width).rounded()
    return Rect(minX: x, minY: row.y, maxX: max(end, x + 1), maxY: row.y + cell.height)
  }

  /// First pages of the pageblocks in the cell at a place.
  func pageblocks(at point: Point) -> ClosedRange<Pfn>? {
    guard viewport.contains(point), point.x >= left,
      let row = rows.last(where: { $0.y <= point.y && point.y < $0.y + rowPitch })
    else { return nil }
    let index = Int((point.x - left) / cellPitch)
    guard index < cellsPerRow else { return nil }
    let start = row.start + index * cellPages
    guard (start..<start + cellPages).overlaps(row.pages) else { return nil }
    return start...(start + cellPages - (1 << pageblockOrder))
  }

  static func == (a: BoardGeometry, b: BoardGeometry) -> Bool {
    a.bounds == b.bounds && a.rows == b.rows && a.cell == b.cell && a.cellsPerRow == b.cellsPerRow
      && a.pageblocksPerCell == b.pageblocksPerCell && a.left == b.left
  }
}

// MARK: The plane of all cells

extension BoardGeometry {
  var top: Float { planeTop ?? bounds.y }
  /// Pixels of all cells together.
  var planeWidth: Float { Float(cellsPerRow) * cellPitch }
  var planeHeight: Float { items.reduce(0) { $0 + height(of: $1) } }

  /// Cells in the size of a level, the first one where it stands at level 0.
  func scaled(to level: Float) -> BoardGeometry {
    var geometry = self
    let whole = self.whole.pitch
    let pad = max((8 * unit).rounded(), 4)
    let caption = (em * 1.4).rounded()
    let small = max(6 * unit, 4.5)
    let near = (
      x: max(small * Float(Self.pagesPerRow) + pad, whole.x),
      y: max(small * 16 + caption + pad, whole.y)
    )
    let width = (viewport.width / Float(Self.pagesPerRow)).rounded(.down)
    let closest = (
      x: max(width * Float(Self.pagesPerRow) + pad, near.x),
      y: max(min(viewport.height - caption - pad, width * 16 * 1.2) + caption + pad, near.y)
    )
    let share = level <= 1 ? level : level - 1
    let (from, to) = level <= 1 ? (whole, near) : (near, closest)
    let pitch = (
      x: from.x * pow(to.x / from.x, share), y: from.y * pow(to.y / from.y, share)
    )
    geometry.level = level
    // Groups of pageblocks come apart as soon as one can be seen alone.
    let group = pitch.x >= Self.leastCellPitch ? 1 : self.whole.pageblocksPerCell
    geometry.cellsPerRow = self.whole.cellsPerRow * self.whole.pageblocksPerCell / group
    geometry.pageblocksPerCell = group
    geometry.cellPitch = pitch.x * Float(geometry.pageblocksPerCell)
    geometry.rowPitch = pitch.y
    let gaps = min(level, 1)
    geometry.cell = (
      geometry.cellPitch - (1 + (pad - 1) * gaps),
      pitch.y - (self.whole.gap * (1 - gaps) + pad * gaps)
    )
    geometry.captionHeight = (caption * min(max((pitch.y - caption * 3) / (caption * 2), 0), 1)).rounded()
    return geometry
  }

  /// Puts the plane so that its point (x, y) is the upper left corner of what is seen.
  mutating func shift(x: Float, y: Float) {
    // On whole pixels, so that a place that is worked out again is not another one by a hair.
    let (x, y) = (x.rounded(), y.rounded())
    left = viewport.minX - x
    planeTop = bounds.y - y
    place(from: bounds.y - y)
  }

  /// Pixels from the plane's upper left corner.
  func position(of place: Zoom.Place) -> Point {
    var y: Float = 0
    var position: Point?
    var isOwn = false
    for item in items {
      if case .row(let row) = item, row.start <= place.pfn, place.pfn < row.start + rowPages,
        !isOwn || row.pages.contains(place.pfn)
      {
        isOwn = row.pages.contains(place.pfn)
        let left = Float((place.pfn - row.start) >> pageblockOrder) * cellPitch / Float(pageblocksPerCell)
        let inside = self.inside(place)
        position = Point(left + inside.x, y + inside.y)
      }
      y += height(of: item)
    }
    return position ?? Point(0, 0)
  }

  /// Pixels from the upper left corner of its pageblock.
  private func inside(_ place: Zoom.Place) -> Point {
    guard place.isPage, showsPages else {
      return Point(place.x * cellPitch / Float(pageblocksPerCell), place.y * rowPitch)
    }
    let index = place.pfn & (1 << pageblockOrder - 1)
    return Point(
      (Float(index % Self.pagesPerRow) + place.x) * pagePitch.x,
      captionHeight + (Float(index / Self.pagesPerRow) + place.y) * pagePitch.y)
  }
}

extension Rect {
  /// Where in a view the center of a zoom is to stand: where it stood, as far as its box finds room there.
  func spot(of zoom: Zoom, width: Float, height: Float) -> Point {
    guard let spot = zoom.spot else { return center }
    func fitting(_ wanted: Float, _ half: Float, _ from: Float, _ to: Float) -> Float {
      min(max(wanted, min(from + half, (from + to) / 2)), max(to - half, (from + to) / 2))
    }
    return Point(
      fitting(spot.x, width / 2, minX, maxX), fitting(spot.y, height / 2, minY, maxY))
  }
}
