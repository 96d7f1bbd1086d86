import Foundation

/// Time that never goes back, and the beat of the frames.
public struct FrameClock: Sendable {
  /// From frame to frame.
  private let interval: Duration
  private var next: Duration

  /// The first frame is due at once.
  public init(framesPerSecond: Int = 60) {
    interval = .seconds(1) / max(1, framesPerSecond)
    next = Self.now
  }

  /// Since some moment in the past; it stands still while the machine sleeps.
  public static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// How long to wait until the next frame is due, 0 if it is.
  public func wait(at now: Duration = FrameClock.now) -> Duration {
    max(next - now, .zero)
  }

  /// A frame was drawn: the next one is due an interval later, or now if this one was late by as much.
  public mutating func frameDrawn(at now: Duration = FrameClock.now) {
    next = max(next + interval, now)
  }
}
