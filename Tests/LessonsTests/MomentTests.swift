import Lessons
import Testing

@Suite("Moment")
struct MomentTests {
  let run = [
    Happening(step: 1, rule: .runBegins), Happening(step: 4, rule: .isolatesPage),
    Happening(step: 5, rule: .isolatesPage), Happening(step: 9, rule: .mergesBlock, order: 2),
    Happening(step: 10, rule: .mergesBlock, order: 4), Happening(step: 12, rule: .scannersMet),
  ]

  static let moments: [(Moment, Int?)] = [
    (.start, 0), (.end, 14), (.step(7), 7), (.step(15), nil), (.event(.isolated, ordinal: 2), 5),
    (.event(.isolated, ordinal: 3), nil), (.event(.merged(atLeast: 3), ordinal: 1), 10),
    (.event(.scannersMet, ordinal: 1), 12),
  ]

  @Test("A moment is the step at which it comes, or none if the run doesn’t get there", arguments: moments)
  func step(moment: Moment, step: Int?) {
    #expect(moment.step(in: run, stepCount: 14) == step)
  }
}
