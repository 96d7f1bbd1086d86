import Canvas

extension Stage.Picture {
  /// How the map is to be looked at so that what is under `point` stays there.
  /// - Parameter level: 0 for all of it, 2 for the closest.
  public func zoom(to level: Float, keeping point: Point) -> Zoom? {
    hits.boardGeometry?.zoom(to: level, keeping: point) ?? hits.pageGeometry?.zoom(to: level, keeping: point)
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
