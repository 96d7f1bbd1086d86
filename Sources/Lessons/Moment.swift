import Simulation

/// A moment of a run, named so that it stays right when the run changes: `until:` in a lesson.
public enum Moment: Equatable, Sendable {
  /// Before the first step.
  case start
  /// After the last step.
  case end
  /// After so many steps.
  case step(Int)
  /// After the step at which the event happens for the so-manyth time, counted from 1; a merge counts
  /// that makes a block of at least an order.
  case event(Milestone, atLeast: Order = 0, ordinal: Int)

  /// The step of a run that this moment is: 0 is before the first. Nil when the run, as far as it has
  /// been recorded, doesn't come to it.
  public func step(in recording: Recording, scale: Scale) -> Int? {
    switch self {
    case .start: return 0
    case .end: return recording.isComplete ? recording.stepCount : nil
    case .step(let step): return step <= recording.stepCount ? step : nil
    case .event(let event, let least, let ordinal):
      var left = ordinal
      var found: Int?
      recording.visitSteps(scale: scale) { step, rule, order in
        if rule.meaning.milestone == event, order >= least { left -= 1 }
        if left == 0 { found = step }
        return left > 0
      }
      return found
    }
  }
}
