import Testing

@testable import Canvas

@Suite("Cropping a list")
struct CroppingTests {
  private let frame = Rect(x: 20, y: 20, width: 60, height: 40)
  private let color = Color(argb: 0xFF44_6688)

  @Test("Inside of the rectangle a cropped list is the picture it was", arguments: 0..<12 as Range<UInt64>)
  func sameInside(seed: UInt64) {
    var random = RandomDrawList(seed: seed, width: 100, height: 80)
    var whole = random.list(count: 30)
    whole.items.removeAll { if case .stroke(_, _, _, _, let dash) = $0 { dash != .solid } else { false } }
    var cropped = whole
    _ = cropped.crop(from: 0, to: frame)
    let (before, after) = (Surface(width: 100, height: 80), Surface(width: 100, height: 80))
    before.paint(whole, glyphs: BlockGlyphs())
    after.paint(cropped, glyphs: BlockGlyphs())
    for y in 20..<60 {
      for x in 20..<80 where before[x, y] != after[x, y] { Issue.record("\(x), \(y) differ") }
    }
  }

  @Test("What lies outside goes, what stays says how far it reaches, and earlier items are left alone")
  func extent() {
    var list = DrawList()
    list.fill(Rect(x: 0, y: 0, width: 5, height: 5), color)
    list.fill(Rect(x: 0, y: 0, width: 10, height: 10), color)
    list.fill(Rect(x: 10, y: 30, width: 200, height: 4), color)
    list.line(from: Point(70, 30), to: Point(90, 30), width: 2, color)
    let reach = list.crop(from: 1, to: frame)
    #expect(list.items.count == 3)
    #expect(list.items[1] == .fill(Rect(x: 20, y: 30, width: 60, height: 4), color))
    #expect(reach == Rect(minX: 20, minY: 28, maxX: 92, maxY: 34))
  }
}
