import Canvas
import Testing

@testable import Stage

@Suite("Marks on the timeline")
struct TimelineMarksTests {
  /// The middles of the diamonds that stand for merges.
  private func diamonds(_ steps: [Int], of all: Int) throws -> [Float] {
    var scene = Samples.board()
    scene.timeline = Timeline(
      step: 0, steps: all, marks: steps.map { Timeline.Mark(step: $0, kind: .merge(9)) }, mergeOrder: 9)
    let theme = try ThemeFiles.theme("dark")
    let picture = try Samples.stage().picture(of: scene, theme: theme, width: 1366, height: 768)
    let timeline = try #require(picture.layout[.timeline])
    return picture.list.items.compactMap { item in
      guard case .polygon(let points, let color) = item, color != theme.background, points.count == 4,
        points.allSatisfy({ timeline.contains($0) })
      else { return nil }
      return points[0].x
    }
  }

  @Test("Where merges are more than find room they stand side by side, else each is seen")
  func merges() throws {
    let many = try diamonds(Array(stride(from: 0, to: 3_000_000, by: 900)), of: 3_000_000)
    #expect(many.count > 30)
    #expect(zip(many, many.dropFirst()).allSatisfy { $1 - $0 >= 10 })
    #expect(try diamonds([100, 105, 400], of: 1000).count == 3)
  }
}
