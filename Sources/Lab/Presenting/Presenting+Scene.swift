import Lessons
import Stage

extension Scene {
  /// Shows a run to a room.
  mutating func present(_ run: RunState, _ lesson: Lesson?) {
    var speech = Speech(
      sentences: explanation?.sentences ?? [], isAtSecond: run.learning.isAtSecondSentence,
      others: lesson?.stops.map(\.plainText) ?? [])
    if lesson != nil, !run.learning.stops.isEmpty {
      speech.stop = Speech.Stop(number: run.stop, count: run.learning.stops.count)
    }
    self.speech = speech
  }
}
