/// One reading of a live file: the value, or why there is none.
public struct Sample<Value: Equatable & Sendable>: Equatable, Sendable {
  /// What was read.
  public let origin: LiveOrigin
  /// When it was read, on the monotonic clock of `FileReading`, in nanoseconds.
  public let nanoseconds: UInt64
  public let result: Result<Value, FileFailure>

  public init(origin: LiveOrigin, nanoseconds: UInt64, result: Result<Value, FileFailure>) {
    self.origin = origin
    self.nanoseconds = nanoseconds
    self.result = result
  }

  /// How old the reading is at `now`, in seconds.
  public func age(at now: UInt64) -> Double {
    now > nanoseconds ? Double(now - nanoseconds) / 1e9 : 0
  }
}
