import Canvas
import Simulation
import Words

/// Where each pageblock of a board stands: rows of cells in address order, zone by zone, with bands for
/// holes that are at least a row long.
struct BoardGeometry: Equatable {
  /// Cells of one row: from the address of the first one on.
  struct Row: Equatable {
    var start: Pfn
    var y: Float
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

  let bounds: Rect
  let left: Float
  let cellPitch: Float
  let rowPitch: Float
  let cell: (width: Float, height: Float)
  let cellsPerRow: Int
  let pageblocksPerCell: Int
  let pageblockOrder: Order
  let headingHeight: Float
  let bandHeight: Float
  let rows: [Row]
  let headings: [Heading]
  let bands: [Band]

  private enum Item {
    case heading(Int)
    case band(Int)
    case row(Pfn)
  }

  init(map: BoardMap, in rect: Rect, margins: BoardMargins, em: Float, unit: Float) {
    bounds = rect
    pageblockOrder = map.pageblockOrder
    // Frames of cells in the first row reach up into the last pixels.
    headingHeight = (em * 1.5 + 5 * unit).rounded()
    bandHeight = (em * 1.2).rounded()
    let width = rect.width - margins.left - margins.right
    let tallest = max((24 * unit).rounded(), 12)
    let lowest = max((14 * unit).rounded(), 9)
    var best: (perRow: Int, group: Int, items: [Item], pitch: Float)?
    search: for group in [1, 2, 4, 8, 16, 32, 64] {
      for perRow in [128, 256, 64, 512, 32]
      where (width / Float(perRow)).rounded(.down) >= Self.leastCellPitch {
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
        if best == nil || pitch > (best?.pitch ?? 0) { best = (perRow, group, items, pitch) }
        if pitch >= lowest {
          best = (perRow, group, items, pitch)
          break search
        }
      }
    }
    let chosen = best ?? (32, 64, [], lowest)
    cellsPerRow = chosen.perRow
    pageblocksPerCell = chosen.group
    rowPitch = min(max(chosen.pitch, 3), tallest)
    let cap = (14 * max(unit, 0.5)).rounded()
    cellPitch = min((width / Float(chosen.perRow)).rounded(.down), max(cap, Self.leastCellPitch))
    cell = (cellPitch - 1, rowPitch - max((rowPitch / 6).rounded(), 1))
    left = (rect.x + margins.left).rounded()
    var y = rect.y
    var rows: [Row] = []
    var headings: [Heading] = []
    var bands: [Band] = []
    for item in chosen.items where y < rect.maxY {
      switch item {
      case .heading(let zone):
        headings.append(Heading(zone: zone, y: y))
        y += headingHeight
      case .band(let hole):
        bands.append(Band(hole: hole, y: y))
        y += bandHeight
      case .row(let start):
        rows.append(Row(start: start, y: y))
        y += rowPitch
      }
    }
    self.rows = rows
    self.headings = headings
    self.bands = bands
  }

  /// Zone by zone the rows that have memory; where rows were left out, the hole instead.
  private static func items(_ map: BoardMap, rowPages: Int) -> [Item] {
    var items: [Item] = []
    var end: Pfn?
    for (index, zone) in map.zones.enumerated() {
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
          items.append(.row(start))
          start += rowPages
        }
        end = start
      }
    }
    return items
  }

  var cellPages: Int { pageblocksPerCell << pageblockOrder }
  private var rowPages: Int { cellsPerRow * cellPages }
  var right: Float { left + Float(cellsPerRow) * cellPitch - 1 }

  /// The row that shows an address; zones that share a row's addresses have a row each.
  func row(of pfn: Pfn) -> Int? {
    rows.lastIndex { $0.start <= pfn && pfn < $0.start + rowPages }
  }

  /// The cell that a page lies in.
  func box(of pfn: Pfn) -> Rect? {
    guard let index = row(of: pfn) else { return nil }
    return box(row: rows[index], cell: (pfn - rows[index].start) / cellPages)
  }

  func box(row: Row, cell index: Int) -> Rect {
    Rect(x: left + Float(index) * cellPitch, y: row.y, width: cell.width, height: cell.height)
  }

  /// First pages of the pageblocks in the cell at a place.
  func pageblocks(at point: Point) -> ClosedRange<Pfn>? {
    guard point.x >= left, point.x < right,
      let row = rows.last(where: { $0.y <= point.y && point.y < $0.y + rowPitch })
    else { return nil }
    let start = row.start + Int((point.x - left) / cellPitch) * cellPages
    return start...(start + cellPages - (1 << pageblockOrder))
  }

  static func == (a: BoardGeometry, b: BoardGeometry) -> Bool {
    a.bounds == b.bounds && a.rows == b.rows && a.cell == b.cell && a.cellsPerRow == b.cellsPerRow
      && a.pageblocksPerCell == b.pageblocksPerCell
  }
}
