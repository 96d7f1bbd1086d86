import Canvas
import Testing

@testable import Typography

@Suite("Joining masks")
struct CoverageMaskJoiningTests {
  @Test("Two masks keep their places relative to the baseline")
  func places() {
    let low = CoverageMask(width: 1, height: 1, left: 0, top: 0, coverage: [10])
    let high = CoverageMask(width: 2, height: 1, left: 1, top: 2, coverage: [20, 30])
    let joined = CoverageMask(joining: [low, high])
    #expect(
      joined == CoverageMask(width: 3, height: 3, left: 0, top: 2, coverage: [0, 20, 30, 0, 0, 0, 10, 0, 0]))
    #expect(CoverageMask(joining: []) == .empty)
  }
}
