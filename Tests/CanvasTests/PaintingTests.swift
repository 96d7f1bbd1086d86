import Canvas
import Testing

import struct Simulation.SeededGenerator

/// White ink on black, so that a channel is the coverage.
@Suite("Painting")
struct PaintingTests {
  let white = Color(argb: 0xFFFF_FFFF)

  func painted(_ build: (inout DrawList) -> Void) -> Surface {
    let surface = Surface(width: 64, height: 48)
    var list = DrawList()
    build(&list)
    surface.paint(list, glyphs: BlockGlyphs())
    return surface
  }

  /// Covered area in pixels.
  func area(_ surface: Surface) -> Double {
    surface.image.pixels.reduce(0) { $0 + Double($1 & 0xFF) / 255 }
  }

  /// Everything that is not black lies in `rect`.
  func isBlack(_ surface: Surface, outside rect: Rect) -> Bool {
    (0..<surface.height).allSatisfy { y in
      (0..<surface.width).allSatisfy { x in
        surface[x, y].argb == 0xFF00_0000 || rect.contains(Point(Float(x) + 0.5, Float(y) + 0.5))
      }
    }
  }

  @Test("A fill on whole pixels paints those and no others")
  func wholeFill() {
    let surface = painted { $0.fill(Rect(x: 3, y: 4, width: 10, height: 5), white) }
    #expect(area(surface) == 50)
    #expect(isBlack(surface, outside: Rect(x: 3, y: 4, width: 10, height: 5)))
  }

  @Test("A fill between pixels covers each by its share")
  func partialFill() {
    let surface = painted { $0.fill(Rect(x: 3.5, y: 4.5, width: 2, height: 1), white) }
    #expect(surface[4, 4].red == 128)
    #expect(surface[3, 4].red == 64)
    #expect(surface[5, 5].red == 64)
    #expect(abs(area(surface) - 2) < 0.02)
  }

  @Test("A fill narrower than a pixel is faint")
  func thinFill() {
    let surface = painted { $0.fill(Rect(x: 3.25, y: 4, width: 0.5, height: 1), white) }
    #expect(surface[3, 4].red == 128)
    #expect(surface[4, 4].red == 0)
  }

  @Test("A translucent fill mixes with what lies below it")
  func translucent() {
    let surface = painted {
      $0.fill(Rect(x: 0, y: 0, width: 64, height: 48), Color(argb: 0xFF64_0000))
      $0.fill(Rect(x: 0, y: 0, width: 10, height: 10), Color(argb: 0x8000_64C8))
    }
    #expect(surface[5, 5] == Color(argb: 0x8000_64C8).over(Color(argb: 0xFF64_0000)))
    #expect(surface[20, 5] == Color(argb: 0xFF64_0000))
  }

  @Test(
    "A rounded fill has full sides, empty corners, and the area of its shape",
    arguments: [2, 4, 7.5, 10] as [Float])
  func roundedFill(radius: Float) {
    let rect = Rect(x: 5, y: 6, width: 30, height: 24)
    let surface = painted { $0.roundedFill(rect, radius: radius, white) }
    let shape = 30 * 24 - (4 - Double.pi) * Double(radius * radius)
    #expect(abs(area(surface) - shape) < shape * 0.003)
    #expect(surface[5, 6].red < 128)
    #expect(surface[20, 6].red == 255)
    #expect(surface[5, 18].red == 255)
    #expect(isBlack(surface, outside: rect))
    for y in 6..<30 {
      for x in 5..<35 { #expect(surface[x, y] == surface[39 - x, 35 - y]) }
    }
  }

  @Test("A radius larger than the rectangle makes a capsule")
  func capsule() {
    let surface = painted { $0.roundedFill(Rect(x: 4, y: 4, width: 40, height: 10), radius: 99, white) }
    #expect(abs(area(surface) - (30 * 10 + Double.pi * 25)) < 1.5)
  }

  @Test("A frame lies wholly inside its rectangle and leaves the inside alone", arguments: [0, 5] as [Float])
  func frame(radius: Float) {
    let rect = Rect(x: 5, y: 6, width: 30, height: 24)
    let surface = painted { $0.stroke(rect, radius: radius, width: 2, white) }
    #expect(isBlack(surface, outside: rect))
    #expect(surface[20, 6].red == 255)
    #expect(surface[20, 7].red == 255)
    #expect(surface[20, 8].red == 0)
    #expect(surface[6, 18].red == 255)
    #expect(surface[34, 18].red == 255)
    for y in 12..<24 {
      for x in 11..<29 { #expect(surface[x, y].red == 0) }
    }
    let corner = (4 - Double.pi)
    let outer = 30 * 24 - corner * Double(radius * radius)
    let inner = 26 * 20 - (radius > 0 ? corner * Double((radius - 2) * (radius - 2)) : 0)
    #expect(abs(area(surface) - (outer - inner)) < 1)
  }

  @Test("A frame as thick as the rectangle fills it")
  func thickFrame() {
    let surface = painted { $0.stroke(Rect(x: 5, y: 6, width: 8, height: 6), width: 3, white) }
    #expect(area(surface) == 48)
  }

  @Test(
    "A broken frame has gaps, whole corners, and looks the same from both sides",
    arguments: [DrawList.Dash.dashed, .longDashes, .dotted])
  func brokenFrame(dash: DrawList.Dash) {
    let rect = Rect(x: 4, y: 4, width: 52, height: 40)
    let whole = painted { $0.stroke(rect, radius: 3, width: 2, white) }
    let broken = painted { $0.stroke(rect, radius: 3, width: 2, white, dash: dash) }
    #expect(area(broken) < area(whole) * 0.9)
    #expect(area(broken) > area(whole) * 0.3)
    for step in 0..<3 { #expect(broken[4 + step, 4] == whole[4 + step, 4]) }
    let top = (4..<56).map { broken[$0, 4].red }
    #expect(top.contains(0))
    #expect(top.filter { $0 == 255 }.count > 10)
  }

  @Test("A line covers its length times its width, in every direction")
  func lines() {
    for end in [Point(60, 10), Point(10, 40), Point(50, 40), Point(58, 20), Point(20, 44), Point(3, 40)] {
      let start = Point(10, 10)
      let surface = painted { $0.line(from: start, to: end, width: 3, white) }
      let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
      let length = (dx * dx + dy * dy).squareRoot()
      #expect(abs(area(surface) - length * 3) < length * 0.06, "to \(end)")
    }
  }

  @Test("A line of no length or no width paints nothing")
  func noLine() {
    let surface = painted {
      $0.line(from: Point(5, 5), to: Point(5, 5), width: 3, white)
      $0.line(from: Point(5, 5), to: Point(25, 15), width: 0, white)
    }
    #expect(area(surface) == 0)
  }

  @Test("A broken line starts and ends with a dash")
  func brokenLine() {
    let surface = painted { $0.line(from: Point(4, 10), to: Point(60, 10), width: 2, white, dash: .dashed) }
    let row = (0..<64).map { surface[$0, 10].red }
    #expect(row[4] == 255 && row[59] == 255)
    #expect(row[0..<4].allSatisfy { $0 == 0 } && row[60...].allSatisfy { $0 == 0 })
    #expect(row.filter { $0 == 0 }.count > 20)
  }

  @Test("A triangle has the area of its shape")
  func triangle() {
    let surface = painted { $0.polygon([Point(5, 5), Point(45.5, 10), Point(20, 40)], white) }
    let twice: Double = 40.5 * 35 - 15 * 5
    #expect(abs(area(surface) - twice / 2) < 2)
  }

  @Test("What an outline encloses twice is outside")
  func evenOdd() {
    let outer = [Point(5, 5), Point(45, 5), Point(45, 45), Point(5, 45)]
    let inner = [Point(15, 15), Point(35, 15), Point(35, 35), Point(15, 35)]
    let surface = painted { $0.polygon(outer + [outer[0]] + inner + [inner[0]], white) }
    #expect(surface[25, 25].red == 0)
    #expect(surface[10, 25].red == 255)
    #expect(area(surface) == 40 * 40 - 20 * 20)
  }

  @Test("Two corners make no polygon")
  func degenerate() {
    #expect(area(painted { $0.polygon([Point(1, 1), Point(20, 20)], white) }) == 0)
  }

  @Test("Neighbouring hatches join as if they were one")
  func hatchesJoin() {
    let whole = painted { $0.hatch(Rect(x: 3, y: 3, width: 40, height: 30), spacing: 6, width: 1.5, white) }
    let halves = painted {
      $0.hatch(Rect(x: 3, y: 3, width: 17, height: 30), spacing: 6, width: 1.5, white)
      $0.hatch(Rect(x: 20, y: 3, width: 23, height: 30), spacing: 6, width: 1.5, white)
    }
    #expect(PictureComparison(whole.image, halves.image).agrees())
    #expect(area(whole) > 100 && area(whole) < 600)
    #expect(isBlack(whole, outside: Rect(x: 3, y: 3, width: 40, height: 30)))
  }

  @Test("A hatch rises to the right")
  func hatchDirection() {
    let surface = painted { $0.hatch(Rect(x: 0, y: 0, width: 64, height: 48), spacing: 8, white) }
    for y in 1..<48 {
      for x in 0..<63 { #expect(surface[x, y] == surface[x + 1, y - 1]) }
    }
  }

  @Test("A glyph mask lies on the baseline and takes the run's colour")
  func text() {
    let run = GlyphRun(
      text: "\u{7F}", face: .sans, size: 20, color: Color(argb: 0xFF00_FF00), origin: Point(10.4, 30.4),
      width: 10)
    let surface = painted { $0.text(run) }
    #expect(surface[11, 29] == Color(argb: 0x7F00_FF00).over(Color(argb: 0xFF00_0000)))
    #expect(surface[11, 30].green == 0)
    #expect(surface[10, 29].green == 0)
    #expect(surface[19, 16].green == 127)
    #expect(surface[20, 16].green == 0)
  }

  @Test("A mask is cut off where the run's bounds end")
  func textIsClipped() {
    let run = GlyphRun(text: "mmmmmm", face: .sans, size: 20, color: white, origin: Point(10, 30), width: 10)
    #expect(isBlack(painted { $0.text(run) }, outside: run.bounds))
  }

  @Test("An image is copied one to one, cut off by its rectangle, and translucent where it is")
  func image() {
    let image = Image(
      width: 3, height: 2, pixels: [0xFF11_1111, 0xFF22_2222, 0xFF33_3333, 0, 0x80FF_FFFF, 0xFF66_6666])
    let surface = painted {
      $0.fill(Rect(x: 0, y: 0, width: 64, height: 48), Color(argb: 0xFF00_0040))
      $0.image(Rect(x: 5, y: 5, width: 2, height: 9), image)
    }
    #expect(surface[5, 5].argb == 0xFF11_1111)
    #expect(surface[6, 5].argb == 0xFF22_2222)
    #expect(surface[7, 5].argb == 0xFF00_0040)
    #expect(surface[5, 6].argb == 0xFF00_0040)
    #expect(surface[6, 6] == Color(argb: 0x80FF_FFFF).over(Color(argb: 0xFF00_0040)))
    #expect(surface[5, 7].argb == 0xFF00_0040)
  }

  @Test(
    "A surface in place of another one takes over its memory where that is large enough, and begins black")
  func successors() {
    func address(_ surface: Surface) -> UnsafeRawPointer {
      surface.withBytes(fromX: 0, y: 0) { pixels, _ in pixels }
    }
    var list = DrawList()
    list.fill(Rect(x: 0, y: 0, width: 64, height: 48), Color(argb: 0xFFFF_FFFF))
    let large = Surface(width: 64, height: 48)
    large.paint(list, glyphs: BlockGlyphs())
    let small = Surface(width: 20, height: 30, inPlaceOf: large)
    #expect(address(small) == address(large))
    #expect(small.image.pixels.allSatisfy { $0 == 0xFF00_0000 } && small.image.pixels.count == 600)
    let again = Surface(width: 48, height: 64, inPlaceOf: small)
    #expect(address(again) == address(large), "what a small one does not use is not lost")
    let larger = Surface(width: 65, height: 48, inPlaceOf: again)
    #expect(address(larger) != address(large))
    larger.paint(list, glyphs: BlockGlyphs())
    #expect(again[47, 63] == Color(argb: 0xFF00_0000))
  }

  @Test("Memory that was borrowed is painted only in its rows, not in the padding between them")
  func borrowed() {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 4 * 10 * 5, alignment: 16)
    defer { memory.deallocate() }
    memory.initializeMemory(as: UInt8.self, repeating: 7)
    let surface = Surface(borrowing: memory.baseAddress!, width: 8, height: 5, bytesPerRow: 40)
    var list = DrawList()
    list.fill(Rect(x: -5, y: -5, width: 50, height: 50), white)
    surface.paint(list, glyphs: BlockGlyphs())
    let words = memory.bindMemory(to: UInt32.self)
    for y in 0..<5 {
      for x in 0..<10 { #expect(words[y * 10 + x] == (x < 8 ? 0xFFFF_FFFF : 0x0707_0707)) }
    }
  }

  @Test(
    "Impossible places and measures paint something or nothing, but never trap",
    arguments: 0..<8 as Range<UInt64>)
  func impossible(seed: UInt64) {
    let wild: [Float] = [.nan, .infinity, -.infinity, 1e30, -1e30, 3e6, -3e6, 0, -1, 0.5, 20, 1e-30]
    var generator = SeededGenerator(seed: seed)
    func any() -> Float { wild.randomElement(using: &generator) ?? 0 }
    let surface = painted { list in
      for _ in 0..<40 {
        let rect = Rect(x: any(), y: any(), width: any(), height: any())
        list.fill(rect, white)
        list.roundedFill(rect, radius: any(), white)
        list.stroke(rect, radius: any(), width: any(), white, dash: .dashed)
        list.line(from: Point(any(), any()), to: Point(any(), any()), width: any(), white, dash: .dotted)
        list.polygon([Point(any(), any()), Point(any(), any()), Point(any(), any())], white)
        list.hatch(rect, spacing: 5, width: any(), white)
        list.image(rect, Image(width: 1, height: 1, pixels: [0xFFFF_FFFF]))
        list.text(
          GlyphRun(text: "x", face: .mono, size: 12, color: white, origin: Point(any(), any()), width: any()))
      }
    }
    #expect(surface.image.pixels.allSatisfy { $0 >> 24 == 255 })
  }
}
