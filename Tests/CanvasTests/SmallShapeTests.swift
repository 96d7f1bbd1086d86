import Testing

import struct Simulation.SeededGenerator

@testable import Canvas

@Suite("Small shapes")
struct SmallShapeTests {
  private let glyphs = BlockGlyphs()

  /// A picture of coloured stripes with the items on it, the painter looking only at a part of it.
  private func picture(_ items: [DrawList.Item], clip: PixelRect, byItself: Bool) -> Image {
    let surface = Surface(width: 80, height: 60)
    let painter = Painter(surface: surface, clip: clip, glyphs: glyphs, scratch: Scratch())
    for x in 0..<16 {
      painter.paint(
        .fill(
          Rect(x: Float(x) * 5, y: 0, width: 5, height: 60), Color(argb: 0xFF00_0000 + UInt32(x * 1_118_481)))
      )
    }
    for item in items { byItself ? painter.paintByItself(item) : painter.paint(item) }
    return surface.image
  }

  @Test("Laid down through a mask they look as painted by themselves", arguments: 0..<60 as Range<UInt64>)
  func same(seed: UInt64) {
    var random = RandomDrawList(seed: seed, width: 80, height: 60)
    var items: [DrawList.Item] = []
    while items.count < 40 {
      let item = random.item()
      // Many a random one is small only by chance: each is brought to whole pixels and a small size.
      switch item {
      case .roundedFill(let rect, let radius, let color):
        items.append(.roundedFill(small(rect), radius: radius.rounded(), color))
      case .stroke(let rect, let radius, let width, let color, _):
        items.append(.stroke(small(rect), radius: radius.rounded(), width: width.rounded(), color, .solid))
      case .polygon(let corners, let color) where corners.count >= 3:
        let corner = Point(corners[0].x.rounded(), corners[0].y.rounded())
        let side = abs(corners[1].x).truncatingRemainder(dividingBy: 32).rounded()
        items.append(
          .polygon([corner, corner.offset(x: side, y: 0), corner.offset(x: side, y: side)], color))
      default: continue
      }
    }
    #expect(items.contains { SmallShape.of($0) != nil })
    for clip in [
      PixelRect(minX: 0, minY: 0, maxX: 80, maxY: 60), PixelRect(minX: 31, minY: 7, maxX: 58, maxY: 40),
    ] {
      let masked = picture(items, clip: clip, byItself: false)
      let direct = picture(items, clip: clip, byItself: true)
      let comparison = PictureComparison(masked, direct)
      #expect(
        comparison.agrees(), "seed \(seed): first at \(String(describing: comparison.firstDifference))")
    }
  }

  private func small(_ rect: Rect) -> Rect {
    func side(_ length: Float) -> Float { abs(length).truncatingRemainder(dividingBy: 33).rounded(.down) }
    return Rect(x: rect.x.rounded(), y: rect.y.rounded(), width: side(rect.width), height: side(rect.height))
  }

  @Test("Large ones, those between pixels, broken frames and what is no shape at all are not taken")
  func others() {
    let color = Color(argb: 0xFFFF_B938)
    func taken(_ item: DrawList.Item) -> Bool { SmallShape.of(item) != nil }
    #expect(taken(.roundedFill(Rect(x: 3, y: 4, width: 32, height: 8), radius: 2, color)))
    #expect(!taken(.roundedFill(Rect(x: 3, y: 4, width: 33, height: 8), radius: 2, color)))
    #expect(!taken(.roundedFill(Rect(x: 3.5, y: 4, width: 32, height: 8), radius: 2, color)))
    #expect(!taken(.roundedFill(Rect(x: 3, y: 4, width: 0, height: 8), radius: 2, color)))
    #expect(!taken(.roundedFill(Rect(x: .nan, y: 4, width: 8, height: 8), radius: 2, color)))
    #expect(!taken(.roundedFill(Rect(x: 1e30, y: 4, width: 8, height: 8), radius: 2, color)))
    #expect(taken(.stroke(Rect(x: 3, y: 4, width: 8, height: 8), radius: 2, width: 1, color, .solid)))
    #expect(!taken(.stroke(Rect(x: 3, y: 4, width: 8, height: 8), radius: 2, width: 1, color, .dotted)))
    #expect(taken(.polygon([Point(1, 1), Point(9, 1), Point(9, 9)], color)))
    #expect(!taken(.polygon([Point(1, 1), Point(9, 1), Point(9, 9.5)], color)))
    #expect(!taken(.polygon([Point(1, 1), Point(9, 1), Point(9, 9), Point(1, 9)], color)))
  }

  @Test("Painters remember a bounded number of shapes and still paint right")
  func bounded() {
    let scratch = Scratch()
    let clip = PixelRect(minX: 0, minY: 0, maxX: 80, maxY: 60)
    for number in 0..<2000 {
      let item = DrawList.Item.roundedFill(
        Rect(x: 2, y: 3, width: Float(4 + number % 28), height: Float(4 + number / 28 % 28)),
        radius: 1 + Float(number) / 1000, Color(argb: 0xFFFF_FFFF))
      let (masked, direct) = (Surface(width: 80, height: 60), Surface(width: 80, height: 60))
      Painter(surface: masked, clip: clip, glyphs: glyphs, scratch: scratch).paint(item)
      Painter(surface: direct, clip: clip, glyphs: glyphs, scratch: scratch).paintByItself(item)
      guard masked.image.pixels == direct.image.pixels else {
        Issue.record("shape \(number) differs")
        return
      }
    }
  }
}
