extension DrawList {
  /// Takes away what items from `index` on paint outside of a rectangle, as far as that is simple: items that
  /// lie outside altogether go, upright shapes are cut a little outside of its edges, all others stay whole.
  /// Dashes of a frame that is cut begin at the cut.
  /// - Returns: what is still painted by these items; what lies outside of the rectangle is to be covered.
  public mutating func crop(from index: Int, to rect: Rect) -> Rect {
    var painted = Rect.zero
    var kept = index
    for place in index..<items.count {
      guard let item = items[place].cropped(to: rect) else { continue }
      painted = kept == index ? item.bounds : painted.union(item.bounds)
      items[kept] = item
      kept += 1
    }
    items.removeLast(items.count - kept)
    return painted
  }
}

extension DrawList.Item {
  fileprivate func cropped(to rect: Rect) -> DrawList.Item? {
    let bounds = bounds
    guard bounds.intersects(rect) else { return nil }
    if rect.contains(bounds) { return self }
    /// Cut so far outside that nothing of the cut is seen: neither its edge nor that its corners, which are
    /// no rounder than a shape is wide, have room enough.
    func cut(_ shape: Rect, _ radius: Float, width: Float = 0) -> Rect {
      let corner = min(max(radius, 0), shape.width / 2, shape.height / 2)
      return shape.intersection(rect.inset(by: -2 * (corner + max(width, 0) + 1)))
    }
    switch self {
    case .fill(let shape, let color): return .fill(shape.intersection(rect), color)
    case .roundedFill(let shape, let radius, let color):
      return .roundedFill(cut(shape, radius), radius: radius, color)
    case .stroke(let shape, let radius, let width, let color, let dash):
      return .stroke(cut(shape, radius, width: width), radius: radius, width: width, color, dash)
    case .hatch(let shape, let spacing, let width, let color):
      return .hatch(shape.intersection(rect), spacing: spacing, width: width, color)
    case .line, .polygon, .text, .image: return self
    }
  }
}
