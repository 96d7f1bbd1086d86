import Canvas

extension Stage.Picture {
  /// How the map is to be looked at so that what is under `point` stays there.
  /// - Parameter level: 0 for all of it, 2 for the closest.
  public func zoom(to level: Float, keeping point: Point) -> Zoom? {
    hits.boardGeometry?.zoom(to: level, keeping: point) ?? hits.pageGeometry?.zoom(to: level, keeping: point)
  }

  /// Where a place of the map stands; nil where it is not seen.
  public func point(of place: Zoom.Place) -> Point? {
    if let geometry = hits.boardGeometry {
      let point = geometry.screen(place)
      return geometry.viewport.contains(point) ? point : nil
    }
    guard let geometry = hits.pageGeometry, geometry.isVisible(row: geometry.row(of: place.pfn)) else {
      return nil
    }
    let point = geometry.screen(place)
    return geometry.bounds.contains(point) ? point : nil
  }

  /// The middle of what is looked at closely; nil where all of the map is shown.
  public var middle: Point? {
    guard zoom != nil else { return nil }
    return (hits.boardGeometry?.viewport ?? hits.pageGeometry?.viewport)?.center
  }

  /// How it is to be looked at once it has been dragged so many pixels to the right and down.
  public func zoom(draggedBy x: Float, _ y: Float) -> Zoom? {
    if let geometry = hits.boardGeometry {
      guard geometry.level > 0 else { return nil }
      let middle = geometry.viewport.center
      return geometry.place(at: Point(middle.x - x, middle.y - y)).map {
        Zoom(level: geometry.level, center: $0)
      }
    }
    guard let geometry = hits.pageGeometry, let zoom = geometry.zoom else { return nil }
    let middle = geometry.viewport.center
    return Zoom(level: zoom.level, center: geometry.place(at: Point(middle.x - x, middle.y - y)))
  }
}
