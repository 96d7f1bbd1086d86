/// A rectangle with round corners, as the distance of a place from its edge.
struct RoundedRect {
  let rect: Rect
  let radius: Float
  private let halfWidth: Float
  private let halfHeight: Float

  /// The radius is held between nothing and half of the shorter side.
  init(_ rect: Rect, radius: Float) {
    self.rect = rect
    self.radius = max(0, min(radius, min(rect.width, rect.height) / 2))
    halfWidth = rect.width / 2 - self.radius
    halfHeight = rect.height / 2 - self.radius
  }

  /// Pixels from the centre of pixel (x, y) to the edge, negative inside.
  @inline(__always)
  func distance(x: Int, y: Int) -> Float {
    let dx = abs(Float(x) + 0.5 - rect.midX) - halfWidth
    let dy = abs(Float(y) + 0.5 - rect.midY) - halfHeight
    if dx > 0 && dy > 0 { return (dx * dx + dy * dy).squareRoot() - radius }
    return max(dx, dy) - radius
  }

  /// How much of pixel (x, y) lies inside, 0 to 255.
  @inline(__always)
  func coverage(x: Int, y: Int) -> UInt32 { Pixel.coverage(0.5 - distance(x: x, y: y)) }

  /// The pixels of the four corners, each `size` wide and high: those left of `columns` and right of it,
  /// above `rows` and below. In small rectangles the corners meet in the middle.
  func between(cornersOf size: Float) -> (columns: Range<Int>, rows: Range<Int>) {
    (
      Self.between(rect.minX, rect.maxX, cornersOf: size),
      Self.between(rect.minY, rect.maxY, cornersOf: size)
    )
  }

  private static func between(_ low: Float, _ high: Float, cornersOf size: Float) -> Range<Int> {
    let start = Pixel.ceiling(low + size)
    let end = Pixel.floor(high - size)
    if start <= end { return start..<end }
    let middle = Pixel.floor((low + high) / 2)
    return middle..<middle
  }
}
