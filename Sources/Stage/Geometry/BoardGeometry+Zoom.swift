import Canvas
import Simulation

/// Looking closely at a board.
extension BoardGeometry {
  /// The board as it is seen with `zoom`.
  func zoomed(_ zoom: Zoom?) -> BoardGeometry {
    guard let zoom, zoom.level > 0 else { return self }
    var geometry = scaled(to: zoom.level)
    var center = zoom.center
    // In the middle all of a pageblock is worth more than its page.
    if zoom.spot == nil { center.isPage = false }
    let plane = geometry.position(of: center)
    let box = geometry.size(of: center)
    let spot = viewport.spot(of: zoom, width: box.width, height: box.height)
    geometry.shift(
      x: Self.origin(plane.x + viewport.minX - spot.x, of: geometry.planeWidth, in: viewport.width),
      y: Self.origin(plane.y + viewport.minY - spot.y, of: geometry.planeHeight, in: viewport.height))
    return geometry
  }

  /// Where a place stands in the picture.
  func screen(_ place: Zoom.Place) -> Point {
    let plane = position(of: place)
    return Point(plane.x + left, plane.y + top)
  }

  /// Pixels that the box of a place takes, its gaps included.
  private func size(of place: Zoom.Place) -> (width: Float, height: Float) {
    place.isPage && showsPages ? pagePitch : (cellPitch / Float(pageblocksPerCell), rowPitch)
  }

  /// What zoom this is; nil for the whole board.
  var zoom: Zoom? {
    guard level > 0 else { return nil }
    return place(at: viewport.center).map { Zoom(level: level, center: $0) }
  }

  /// On the way from one zoom to another one: the place that is looked at more closely at its closest moves
  /// straight to where it will stand.
  func zoomed(from: Zoom, to: Zoom, share: Float) -> BoardGeometry {
    if share >= 1 { return zoomed(to) }
    var anchor = to.level >= from.level ? to.center : from.center
    // Its pages are told apart on a part of the way only.
    anchor.isPage = false
    let (start, end) = (zoomed(from).screen(anchor), zoomed(to).screen(anchor))
    var geometry = scaled(to: from.level + (to.level - from.level) * share)
    let plane = geometry.position(of: anchor)
    geometry.shift(
      x: plane.x + viewport.minX - (start.x + (end.x - start.x) * share),
      y: plane.y + viewport.minY - (start.y + (end.y - start.y) * share))
    return geometry
  }

  /// The zoom of a level at which what is under a point of the picture stays there.
  func zoom(to level: Float, keeping point: Point) -> Zoom? {
    guard let anchor = place(at: point) else { return nil }
    var geometry = scaled(to: max(level, 0))
    let plane = geometry.position(of: anchor)
    geometry.shift(x: plane.x + viewport.minX - point.x, y: plane.y + viewport.minY - point.y)
    return geometry.place(at: viewport.center).map { Zoom(level: max(level, 0), center: $0) }
  }

  /// What stands at a place of the picture, or next to it.
  func place(at point: Point) -> Zoom.Place? {
    let row = rows.min { distance(of: $0, to: point.y) < distance(of: $1, to: point.y) }
    guard let row else { return nil }
    let pitch = cellPitch / Float(pageblocksPerCell)
    let x = min(max((point.x - left) / pitch, 0), Float(cellsPerRow * pageblocksPerCell) - 0.001)
    let y = min(max((point.y - row.y) / rowPitch, 0), 1)
    let pfn = row.start + Int(x) << pageblockOrder
    // In a row that two zones share, the nearest pageblock of its own.
    let own = min(max(pfn, row.pages.lowerBound), row.pages.upperBound - 1 << pageblockOrder)
    return Zoom.Place(own, x: x - x.rounded(.down), y: y)
  }

  /// Pixels from page to page; too little of it, and pages are not told apart.
  var pagePitch: (x: Float, y: Float) {
    let rows = Float(max((1 << pageblockOrder) / Self.pagesPerRow, 1))
    return (cell.width / Float(Self.pagesPerRow), (cell.height - captionHeight) / rows)
  }
  var showsPages: Bool {
    level > 0 && pageblocksPerCell == 1 && min(pagePitch.x, pagePitch.y) >= 4
  }

  /// The box of pages that stand side by side, or of whole rows of them.
  func box(of pfn: Pfn, count: Int, in cell: Rect) -> Rect {
    let index = pfn & (1 << pageblockOrder - 1)
    let (column, row) = (index % Self.pagesPerRow, index / Self.pagesPerRow)
    let rows = max(count / Self.pagesPerRow, 1)
    let pitch = pagePitch
    let gap: Float = min(pitch.x, pitch.y) > 7 ? max((2 * unit).rounded(), 2) : 1
    return Rect(
      minX: (cell.x + Float(column) * pitch.x).rounded(),
      minY: (cell.y + captionHeight + Float(row) * pitch.y).rounded(),
      maxX: (cell.x + Float(column + min(count, Self.pagesPerRow)) * pitch.x).rounded() - gap,
      maxY: (cell.y + captionHeight + Float(row + rows) * pitch.y).rounded() - gap)
  }

  /// The page at a place, where pages are seen.
  func page(at point: Point) -> Pfn? {
    guard showsPages, let pageblock = pageblocks(at: point)?.lowerBound, let cell = box(of: pageblock)
    else { return nil }
    let (x, y) = (
      Int((point.x - cell.x) / pagePitch.x), Int((point.y - cell.y - captionHeight) / pagePitch.y)
    )
    guard point.y >= cell.y + captionHeight, (0..<Self.pagesPerRow).contains(x) else { return nil }
    let index = y * Self.pagesPerRow + x
    return index < 1 << pageblockOrder ? pageblock + index : nil
  }

  /// Where a view begins on a plane: no further than that the plane fills it.
  private static func origin(_ wanted: Float, of plane: Float, in view: Float) -> Float {
    plane <= view ? 0 : min(max(wanted, 0), plane - view)
  }

  private func distance(of row: Row, to y: Float) -> Float {
    max(row.y - y, y - row.y - rowPitch, 0)
  }
}
