import Canvas
import Stage

/// A pointer that may drag the map, or has only been put on it.
struct MapDrag {
  let start: Point
  /// What was seen when it began.
  let picture: Stage.Picture
  var hasMoved = false

  /// Pixels that a hand may tremble.
  static let tolerance: Float = 4
}
