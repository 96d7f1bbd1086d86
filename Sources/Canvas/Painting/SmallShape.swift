/// A small shape on whole pixels with its upper left corner at the origin. A map holds thousands that look
/// alike: how much of each pixel one covers is worked out once, and then laid down like a letter.
enum SmallShape: Hashable {
  case roundedFill(width: Float, height: Float, radius: Float)
  case ring(width: Float, height: Float, radius: Float, line: Float)
  case triangle(Point, Point, Point)

  /// The side of the largest, in pixels; larger shapes are painted faster row by row.
  private static let sideMax: Float = 32

  /// The shape of an item and the corner where it lies, if it is a small one.
  @inline(__always)
  static func of(_ item: DrawList.Item) -> (shape: SmallShape, corner: Point, color: Color)? {
    switch item {
    case .roundedFill(let rect, let radius, let color):
      guard radius > 0, isSmall(rect) else { return nil }
      return (
        .roundedFill(width: rect.width, height: rect.height, radius: radius), Point(rect.x, rect.y), color
      )
    case .stroke(let rect, let radius, let line, let color, .solid):
      guard isSmall(rect) else { return nil }
      return (
        .ring(width: rect.width, height: rect.height, radius: radius, line: line), Point(rect.x, rect.y),
        color
      )
    case .polygon(let corners, let color):
      guard corners.count == 3 else { return nil }
      let (a, b, c) = (corners[0], corners[1], corners[2])
      let (x, y) = (min(a.x, b.x, c.x), min(a.y, b.y, c.y))
      guard isSmall(Rect(minX: x, minY: y, maxX: max(a.x, b.x, c.x), maxY: max(a.y, b.y, c.y))),
        isWhole(a), isWhole(b), isWhole(c)
      else { return nil }
      return (
        .triangle(a.offset(x: -x, y: -y), b.offset(x: -x, y: -y), c.offset(x: -x, y: -y)), Point(x, y), color
      )
    default: return nil
    }
  }

  @inline(__always)
  private static func isSmall(_ rect: Rect) -> Bool {
    !rect.isEmpty && rect.width <= sideMax && rect.height <= sideMax && isWhole(rect.x) && isWhole(rect.y)
      && isWhole(rect.width) && isWhole(rect.height)
  }

  @inline(__always)
  private static func isWhole(_ point: Point) -> Bool { isWhole(point.x) && isWhole(point.y) }

  @inline(__always)
  private static func isWhole(_ value: Float) -> Bool {
    abs(value) < Float(Pixel.limit) && value == Float(Int(value))
  }

  /// The shape as an item, white.
  private var item: DrawList.Item {
    let white = Color(argb: 0xFFFF_FFFF)
    switch self {
    case .roundedFill(let width, let height, let radius):
      return .roundedFill(Rect(x: 0, y: 0, width: width, height: height), radius: radius, white)
    case .ring(let width, let height, let radius, let line):
      return .stroke(
        Rect(x: 0, y: 0, width: width, height: height), radius: radius, width: line, white, .solid)
    case .triangle(let a, let b, let c): return .polygon([a, b, c], white)
    }
  }

  /// How much of each pixel the shape covers.
  func mask(_ glyphs: any GlyphSource, _ scratch: Scratch) -> CoverageMask {
    let item = item
    let surface = Surface(width: Int(item.bounds.width), height: Int(item.bounds.height))
    Painter(surface: surface, clip: surface.area, glyphs: glyphs, scratch: scratch).paintByItself(item)
    // White on black: each channel is the share of the pixel that is covered.
    return CoverageMask(
      width: surface.width, height: surface.height, left: 0, top: 0,
      coverage: surface.image.pixels.map { UInt8(truncatingIfNeeded: $0) })
  }
}
