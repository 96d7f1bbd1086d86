/// Paints items on a surface, nowhere but inside its clip. What an item looks like at a pixel depends
/// on the item alone, never on the clip, so that pictures can be painted piece by piece.
struct Painter {
  let surface: Surface
  /// Not empty, and inside of the surface.
  var clip: PixelRect
  let glyphs: any GlyphSource
  let scratch: Scratch

  func paint(_ item: DrawList.Item) {
    if let (shape, corner, color) = SmallShape.of(item) {
      lay(scratch.mask(of: shape, glyphs), x: Int(corner.x), y: Int(corner.y), Ink(color))
    } else {
      paintByItself(item)
    }
  }

  func paintByItself(_ item: DrawList.Item) {
    switch item {
    case .fill(let rect, let color):
      fill(rect, Ink(color))
    case .roundedFill(let rect, let radius, let color):
      roundedFill(RoundedRect(rect, radius: radius), Ink(color))
    case .stroke(let rect, let radius, let width, let color, let dash):
      stroke(RoundedRect(rect, radius: radius), width: width, Ink(color), dash)
    case .line(let start, let end, let width, let color, let dash):
      line(start, end, width: width, Ink(color), dash)
    case .polygon(let corners, let color):
      polygon(corners, Ink(color))
    case .hatch(let rect, let spacing, let width, let color):
      hatch(rect, HatchPattern(spacing: spacing, width: width), Ink(color))
    case .text(let run):
      text(run)
    case .image(let rect, let image):
      blit(image, in: rect)
    }
  }

  /// The part of `columns` of row `y` that lies in the clip, under the same coverage.
  @inline(__always)
  func run(row y: Int, _ minX: Int, _ maxX: Int, _ ink: Ink, coverage: UInt32) {
    let from = max(minX, clip.minX)
    let to = min(maxX, clip.maxX)
    guard from < to, coverage != 0, y >= clip.minY, y < clip.maxY else { return }
    surface.paint(row: y, from..<to, ink, coverage: coverage)
  }

  @inline(__always)
  func pixel(_ x: Int, _ y: Int, _ ink: Ink, coverage: UInt32) {
    guard coverage != 0, x >= clip.minX, x < clip.maxX, y >= clip.minY, y < clip.maxY else { return }
    surface.paint(x: x, y: y, ink, coverage: coverage)
  }
}
