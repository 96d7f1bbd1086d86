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
}
