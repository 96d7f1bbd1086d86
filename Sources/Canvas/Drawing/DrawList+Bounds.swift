extension DrawList.Item {
  /// The rectangle outside of which the item never paints.
  public var bounds: Rect {
    switch self {
    case .fill(let rect, _), .roundedFill(let rect, _, _), .stroke(let rect, _, _, _, _),
      .hatch(let rect, _, _, _), .image(let rect, _):
      rect
    case .line(let start, let end, let width, _, _):
      // Half the width, and half a pixel of smoothing.
      Rect(
        minX: min(start.x, end.x), minY: min(start.y, end.y),
        maxX: max(start.x, end.x), maxY: max(start.y, end.y)
      ).inset(by: -(width / 2 + 1))
    case .polygon(let corners, _):
      Rect(enclosing: corners)
    case .text(let run):
      run.bounds
    }
  }
}

extension DrawList {
  /// The smallest rectangle that holds every item's bounds; `zero` when there are none.
  public var bounds: Rect {
    items.reduce(.zero) { $0.union($1.bounds) }
  }
}

extension Rect {
  /// The smallest rectangle that holds every point; `zero` when there are none.
  public init(enclosing points: some Sequence<Point>) {
    var box: (minX: Float, minY: Float, maxX: Float, maxY: Float)?
    for point in points {
      guard let known = box else {
        box = (point.x, point.y, point.x, point.y)
        continue
      }
      box = (
        min(known.minX, point.x), min(known.minY, point.y),
        max(known.maxX, point.x), max(known.maxY, point.y)
      )
    }
    let found = box ?? (0, 0, 0, 0)
    self.init(minX: found.minX, minY: found.minY, maxX: found.maxX, maxY: found.maxY)
  }
}
