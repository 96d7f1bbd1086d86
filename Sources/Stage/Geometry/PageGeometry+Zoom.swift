import Canvas
import Simulation

/// Looking closely at a map of pages.
extension PageGeometry {
  /// Where labels beside the pages begin and end.
  var sides: (left: Float, right: Float) {
    magnification == 1 ? span : (max(span.left, viewport.minX), min(span.right, viewport.maxX))
  }

  /// Where labels on the right begin: behind the lane, if that stands there.
  var labelsRight: Float { sides.right + (columns == 1 && magnification == 1 ? lane.width : 0) }

  /// Height that a row leaves to what stands beside it.
  var labelHeight: Float { rowPitch / magnification }

  /// The map as it is seen with `zoom`.
  func zoomed(_ zoom: Zoom?) -> PageGeometry {
    guard let zoom, zoom.level > 0 else { return self }
    var geometry = magnified(Self.magnification(at: zoom.level))
    let plane = geometry.position(of: zoom.center)
    let spot = viewport.spot(of: zoom, width: geometry.cell.width + geometry.gap, height: geometry.rowPitch)
    geometry.shift(
      x: Self.origin(plane.x + viewport.minX - spot.x, of: geometry.planeWidth, in: viewport.width),
      y: Self.origin(plane.y + viewport.minY - spot.y, of: geometry.planeHeight, in: viewport.height))
    return geometry
  }

  /// On the way from one zoom to another one: the place that is looked at more closely at its closest moves
  /// straight to where it will stand.
  func zoomed(from: Zoom, to: Zoom, share: Float) -> PageGeometry {
    if share >= 1 { return zoomed(to) }
    let anchor = to.level >= from.level ? to.center : from.center
    let (start, end) = (zoomed(from).screen(anchor), zoomed(to).screen(anchor))
    var geometry = magnified(Self.magnification(at: from.level + (to.level - from.level) * share))
    let plane = geometry.position(of: anchor)
    geometry.shift(
      x: plane.x + viewport.minX - (start.x + (end.x - start.x) * share),
      y: plane.y + viewport.minY - (start.y + (end.y - start.y) * share))
    return geometry
  }

  /// What zoom this is; nil where all of the map is shown.
  var zoom: Zoom? {
    guard magnification > 1 else { return nil }
    return Zoom(level: Self.level(of: magnification), center: place(at: viewport.center))
  }

  /// The zoom of a level at which what is under a point of the picture stays there.
  func zoom(to level: Float, keeping point: Point) -> Zoom {
    let anchor = place(at: point)
    var geometry = magnified(Self.magnification(at: max(level, 0)) / magnification)
    let plane = geometry.position(of: anchor)
    geometry.shift(x: plane.x + viewport.minX - point.x, y: plane.y + viewport.minY - point.y)
    return Zoom(level: max(level, 0), center: geometry.place(at: viewport.center))
  }

  /// The page at a place of the picture, or the one next to it.
  func place(at point: Point) -> Zoom.Place {
    let row = row(at: point.y)
    let column = columns == 2 && point.x > lane.midX ? 1 : 0
    let pitch = cell.width + gap
    let x = (point.x - left - Float(column) * (segmentWidth + lane.width) - tab) / pitch
    let index = min(max(Int(x.rounded(.down)), 0), segment - 1)
    let pfn = min(firstPfn(ofRow: row) + column * segment + index, pages(ofRow: row).upperBound - 1)
    // In the lane or beside the rows a place is further off than its page's own edges.
    return Zoom.Place(pfn, x: x - Float(index), y: (point.y - rowRect(row).y) / rowPitch)
  }

  private static func magnification(at level: Float) -> Float { 1 + level }
  private static func level(of magnification: Float) -> Float { magnification - 1 }

  /// Where a place stands in the picture.
  func screen(_ place: Zoom.Place) -> Point {
    let box = box(of: place.pfn)
    return Point(box.x + place.x * (cell.width + gap), rowRect(row(of: place.pfn)).y + place.y * rowPitch)
  }

  /// Pixels from the upper left corner of all rows.
  private func position(of place: Zoom.Place) -> Point {
    let screen = screen(place)
    return Point(screen.x - left, screen.y - viewport.y + planeOrigin)
  }

  /// Where a view begins on a plane: no further than that the plane fills it, in the middle where it is
  /// larger.
  private static func origin(_ wanted: Float, of plane: Float, in view: Float) -> Float {
    plane <= view ? (plane - view) / 2 : min(max(wanted, 0), plane - view)
  }
}
