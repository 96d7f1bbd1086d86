/// One reading of a live file: the value, or why there is none.
public struct Sample<Value: Equatable & Sendable>: Equatable, Sendable {
  /// What was read.
  public let origin: LiveOrigin
  /// When it was read, on the monotonic clock of `FileReading`.
  public let time: Duration
  public let result: Result<Value, FileFailure>

  public init(origin: LiveOrigin, time: Duration, result: Result<Value, FileFailure>) {
    self.origin = origin
    self.time = time
    self.result = result
  }

  /// How old the reading is at `now`; never less than nothing.
  public func age(at now: Duration) -> Duration { max(now - time, .zero) }
}
