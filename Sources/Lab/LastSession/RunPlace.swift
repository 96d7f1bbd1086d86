import Runs

/// A place in a run that can be gone back to.
public struct RunPlace: Equatable, Sendable {
  public var target: RunTarget
  /// 0 is before the first step.
  public var step: Int
  /// Steps, ascending.
  public var bookmarks: [Int]
  /// The stop of the lesson there, from 1; 0 where there is none.
  public var stop: Int
  /// Stops that the lesson has.
  public var stops: Int
  /// All stops of the lesson have been come to, at one time or another.
  public var wasDone = false
  /// When something was done there last, in minutes since 1970; nil where nobody knows.
  public var minute: Int?

  public init(target: RunTarget, step: Int, bookmarks: [Int] = [], stop: Int = 0, stops: Int = 0) {
    self.target = target
    self.step = step
    self.bookmarks = bookmarks
    self.stop = stop
    self.stops = stops
  }

  var isAtStart: Bool { step == 0 && bookmarks.isEmpty }
  /// It is the end of a lesson.
  var isDone: Bool { stops > 0 && stop == stops }
}
