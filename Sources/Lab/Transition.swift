import Stage

/// A motion under way: from which scene, since when.
struct Transition {
  let from: Scene
  private let start: Duration
  private let duration: Duration

  /// Nil where nothing moves between the scenes, or the speed leaves no time to see it.
  init?(from: Scene, to: Scene, at now: Duration, speed: Double) {
    guard let full = Motion.duration(from: from, to: to) else { return nil }
    duration = full / max(speed, 1)
    guard duration >= .milliseconds(80) else { return nil }
    self.from = from
    start = now
  }

  /// The eye comes closer or goes elsewhere.
  init(zoomingFrom from: Scene, at now: Duration) {
    self.from = from
    start = now
    duration = Motion.zoomDuration
  }

  func isOver(at now: Duration) -> Bool { now >= start + duration }

  func motion(at now: Duration) -> Motion {
    Motion(from: from, progress: Float((now - start) / duration))
  }
}
