/// When the way that is being played began.
struct WayClock {
  private var way: Way?
  private var start = Duration.zero

  var isRunning: Bool { way != nil }

  /// How long a way has been played.
  mutating func time(of way: Way, at now: Duration) -> Duration {
    if way != self.way { (self.way, start) = (way, now) }
    return now - start
  }

  /// Nothing is being played.
  mutating func stop() { way = nil }
}
