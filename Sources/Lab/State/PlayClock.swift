/// Turns time into steps while a run plays.
struct PlayClock {
  /// When the run began to play, or its speed changed; milliseconds.
  private var since: Double?
  private var speed = Speed.normal
  /// Steps given out since then.
  private var given = 0.0

  /// Steps that are due at `now`, in milliseconds, since the last call.
  mutating func stepsDue(at now: Double, speed: Speed, isPlaying: Bool) -> Int {
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

  /// Milliseconds until the next step is due; nil while nothing plays.
  func wait(at now: Double) -> Double? {
    guard let since else { return nil }
    return max(since + (given + 1) * Speed.stepDuration / speed.factor - now, 0)
  }
}
