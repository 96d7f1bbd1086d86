import Foundation

/// Time that never goes back, and the beat of the frames.
public struct FrameClock: Sendable {
  /// Milliseconds between frames.
  private let interval: Double
  private var next: Double

  /// The first frame is due at once.
  public init(framesPerSecond: Int = 60) {
    interval = 1000 / Double(max(1, framesPerSecond))
    next = Self.now
  }

  /// Milliseconds since some moment in the past; it stands still while the machine sleeps.
  public static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  /// Whole milliseconds to wait until the next frame is due, 0 if it is.
  public func wait(at now: Double = FrameClock.now) -> Int {
    max(0, Int((next - now).rounded(.up)))
  }

  /// A frame was drawn: the next one is due an interval later, or now if this one was late by as much.
  public mutating func frameDrawn(at now: Double = FrameClock.now) {
    next = max(next + interval, now)
  }
}
