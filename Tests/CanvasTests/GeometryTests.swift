import Canvas
import Testing

@Suite("Geometry")
struct GeometryTests {
  let rect = Rect(x: 10, y: 20, width: 30, height: 40)

  @Test("A rectangle's left and top edges belong to it, right and bottom do not")
  func containsPoint() {
    #expect(rect.contains(Point(10, 20)))
    #expect(!rect.contains(Point(40, 20)))
    #expect(!rect.contains(Point(10, 60)))
    #expect(rect.contains(Point(39.9, 59.9)))
  }

  @Test("Touching rectangles share nothing, overlapping ones share their common area")
  func intersection() {
    #expect(!rect.intersects(Rect(x: 40, y: 20, width: 5, height: 5)))
    #expect(rect.intersection(Rect(x: 40, y: 20, width: 5, height: 5)) == .zero)
    #expect(
      rect.intersection(Rect(x: 0, y: 0, width: 15, height: 25)) == Rect(x: 10, y: 20, width: 5, height: 5))
  }

  @Test("A union holds both, and an empty rectangle adds nothing to it")
  func union() {
    let other = Rect(x: 0, y: 50, width: 20, height: 30)
    #expect(rect.union(other) == Rect(x: 0, y: 20, width: 40, height: 60))
    #expect(rect.union(.zero) == rect)
    #expect(Rect.zero.union(rect) == rect)
  }

  @Test("An inset moves every side, and back again")
  func inset() {
    #expect(rect.inset(by: 5) == Rect(x: 15, y: 25, width: 20, height: 30))
    #expect(rect.inset(by: 5).inset(by: -5) == rect)
    #expect(rect.inset(by: 20).isEmpty)
  }

  @Test("Whole pixels are rounded outwards, and impossible coordinates do not trap")
  func covering() {
    let odd = PixelRect(covering: Rect(minX: -0.5, minY: 1, maxX: 2.25, maxY: 3))
    #expect(odd == PixelRect(minX: -1, minY: 1, maxX: 3, maxY: 3))
    let wild = PixelRect(covering: Rect(x: .nan, y: -.infinity, width: .infinity, height: 1e30))
    #expect(wild.isEmpty || wild.width > 0)
  }
}
