import Runs

/// A place in a run that can be gone back to.
public struct RunPlace: Equatable, Sendable {
  public var target: RunTarget
  /// 0 is before the first step.
  public var step: Int
  /// Steps, ascending.
  public var bookmarks: [Int]

  public init(target: RunTarget, step: Int, bookmarks: [Int] = []) {
    self.target = target
    self.step = step
    self.bookmarks = bookmarks
  }

  /// Of a branch only the part that is the run's own can be gone back to.
  init(_ run: RunState) {
    let last = run.fork?.sameUntil ?? .max
    self.init(
      target: run.target, step: min(run.goal ?? run.step, last),
      bookmarks: run.inquiry.bookmarks.filter { $0 <= last })
  }
}
