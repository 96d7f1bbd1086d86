import Canvas
import Testing

@testable import Typography

@Suite("Joining masks")
struct GlyphMaskJoiningTests {
  @Test("Two masks keep their places relative to the baseline")
  func places() {
    let low = GlyphMask(width: 1, height: 1, left: 0, top: 0, coverage: [10])
    let high = GlyphMask(width: 2, height: 1, left: 1, top: 2, coverage: [20, 30])
    let joined = GlyphMask(joining: [low, high])
    #expect(
      joined == GlyphMask(width: 3, height: 3, left: 0, top: 2, coverage: [0, 20, 30, 0, 0, 0, 10, 0, 0]))
    #expect(GlyphMask(joining: []) == .empty)
  }
}
