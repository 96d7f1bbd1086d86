/// The way from one stop of a lesson to another, played so that the run between them is seen.
public struct Way: Equatable, Sendable {
  public let from: Int
  public let goal: Int

  init(from: Int, to goal: Int) { (self.from, self.goal) = (from, goal) }

  /// From 0.6 seconds for a few steps to 1.5 for many, of which only some are seen.
  public var duration: Duration { .milliseconds(min(600 + 5 * abs(goal - from), 1500)) }

  /// Where the run stands after a time, with a soft beginning and end.
  public func step(after time: Duration) -> Int {
    let share = min(max(time / duration, 0), 1)
    let eased = share * share * (3 - 2 * share)
    return from + Int((Double(goal - from) * eased).rounded())
  }
}
