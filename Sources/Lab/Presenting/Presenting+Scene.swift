import Lessons
import Stage

extension Scene {
  /// Shows a run to a room.
  mutating func present(_ run: RunState, _ lesson: Lesson?) {
    speech = Speech(
      sentences: explanation?.sentences ?? [], isAtSecond: run.learning.isAtSecondSentence,
      others: lesson?.stops.map(\.plainText) ?? [])
  }
}
