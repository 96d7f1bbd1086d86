/// Turns time into steps while a run plays.
struct PlayClock {
  /// When the run began to play, or its speed changed.
  private var since: Duration?
  private var speed = Speed.normal
  /// Steps given out since then.
  private var given = 0.0

  /// Steps that are due at `now`, since the last call.
  mutating func stepsDue(at now: Duration, speed: Speed, isPlaying: Bool) -> Int {
    guard isPlaying else {
      since = nil
      return 0
    }
    guard let since, speed == self.speed else {
      self.since = now
      self.speed = speed
      given = 0
      return 0
    }
    let due = ((now - since) / Speed.stepDuration * speed.factor).rounded(.down) - given
    given += due
    return Int(due)
  }

  /// How long until the next step is due; nil while nothing plays.
  func wait(at now: Duration) -> Duration? {
    guard let since else { return nil }
    return max(since + Speed.stepDuration * (given + 1) / speed.factor - now, .zero)
  }
}
