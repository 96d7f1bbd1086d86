import Canvas
import Testing

@Suite("Draw lists")
struct DrawListTests {
  @Test("A dump names each item on a line of its own, with short numbers")
  func dump() {
    var list = DrawList()
    let ink = Color(argb: 0xFF12_3456)
    list.fill(Rect(x: 0, y: 0.5, width: 10.25, height: 1.0 / 3), ink)
    list.roundedFill(Rect(x: -0.004, y: -1.5, width: 2, height: 2), radius: 4, ink.opacity(0))
    list.stroke(Rect(x: 1, y: 2, width: 3, height: 4), radius: 1, width: 2, ink, dash: .longDashes)
    list.line(from: Point(1, 2), to: Point(3, 4), ink)
    list.polygon([Point(0, 0), Point(2, 0), Point(1, 2.05)], ink)
    list.hatch(Rect(x: 0, y: 0, width: 9, height: 9), spacing: 5, ink)
    list.text(GlyphRun(text: "a \"b\"", face: .mono, size: 20, color: ink, origin: Point(5, 6), width: 60))
    list.image(Rect(x: 1, y: 1, width: 2, height: 1), Image(width: 2, height: 1, pixels: [1, 2]))
    #expect(
      list.dump == """
        fill 0,0.5 10.25x0.33 #123456
        roundedFill 0,-1.5 2x2 radius 4 #12345600
        stroke 1,2 3x4 radius 1 width 2 #123456 longDashes
        line 1,2 3,4 width 1 #123456
        polygon 0,0 2,0 1,2.05 #123456
        hatch 0,0 9x9 spacing 5 width 1 #123456
        text 5,6 width 60 mono 20 #123456 "a \\"b\\""
        image 1,1 2x1 of 2x1 digest ed74208a

        """)
  }

  @Test("The list's bounds hold the bounds of every item")
  func bounds() {
    var list = DrawList()
    #expect(list.bounds == .zero)
    list.fill(Rect(x: 5, y: 5, width: 1, height: 1), Color(argb: 0))
    list.line(from: Point(10, 20), to: Point(0, 8), width: 2, Color(argb: 0))
    #expect(list.bounds == Rect(minX: -2, minY: 5, maxX: 12, maxY: 22))
  }
}
