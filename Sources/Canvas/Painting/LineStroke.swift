/// A straight line with a width and square ends, as distances along and across it.
struct LineStroke {
  let length: Float
  private let start: Point
  private let end: Point
  private let width: Float
  /// Direction, of length one.
  private let along: Point

  init(_ start: Point, _ end: Point, width: Float) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    length = (dx * dx + dy * dy).squareRoot()
    along = length > 0 ? Point(dx / length, dy / length) : Point(1, 0)
    (self.start, self.end, self.width) = (start, end, width)
  }

  /// The part between two distances from the start; whole pixels where the line is upright.
  func part(from: Float, to: Float) -> LineStroke {
    let upright = uprightRect != nil
    func place(_ distance: Float) -> Point {
      let point = Point(start.x + along.x * distance, start.y + along.y * distance)
      guard upright else { return point }
      return along.x == 0
        ? Point(point.x, Float(Pixel.round(point.y))) : Point(Float(Pixel.round(point.x)), point.y)
    }
    return LineStroke(place(from), place(to), width: width)
  }

  /// The line as a rectangle, if it runs along a row or column.
  var uprightRect: Rect? {
    guard start.x == end.x || start.y == end.y else { return nil }
    let box = Rect(enclosing: [start, end])
    return start.x == end.x ? box.inset(x: -width / 2, y: 0) : box.inset(x: 0, y: -width / 2)
  }

  var bounds: Rect { Rect(enclosing: [start, end]).inset(by: -(width / 2 + 1)) }

  /// How much of pixel (x, y) the line covers, 0 to 255.
  @inline(__always)
  func coverage(x: Int, y: Int) -> UInt32 {
    let (dx, dy) = (Float(x) + 0.5 - start.x, Float(y) + 0.5 - start.y)
    let across = abs(dx * along.y - dy * along.x)
    let beyond = abs(dx * along.x + dy * along.y - length / 2) - length / 2
    let sides = min(max(width / 2 + 0.5 - across, 0), min(width, 1))
    return Pixel.coverage(sides * min(max(0.5 - beyond, 0), 1))
  }

  /// The pixels of row `y` that the line may touch.
  func columns(row y: Int) -> Range<Int> {
    let dy = Float(y) + 0.5 - start.y
    let reach = width / 2 + 0.5
    // across = dx·along.y − dy·along.x within ±reach, along = dx·along.x + dy·along.y within the length.
    let across = Self.solve(along.y, offset: -dy * along.x, low: -reach, high: reach)
    let lengthwise = Self.solve(along.x, offset: dy * along.y, low: -0.5, high: length + 0.5)
    let low = max(across.low, lengthwise.low) + start.x - 0.5
    let high = min(across.high, lengthwise.high) + start.x - 0.5
    guard low <= high else { return 0..<0 }
    return Pixel.floor(low)..<Pixel.ceiling(high) + 1
  }

  /// All x with low ≤ slope·x + offset ≤ high.
  private static func solve(
    _ slope: Float, offset: Float, low: Float, high: Float
  ) -> (low: Float, high: Float) {
    let (a, b) = ((low - offset) / slope, (high - offset) / slope)
    return (min(a, b), max(a, b))
  }
}
