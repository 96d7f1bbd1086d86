import Stage

/// A motion under way: from which scene, since when.
struct Transition {
  let from: Scene
  /// Milliseconds.
  private let start: Double
  private let duration: Double

  /// Nil where nothing moves between the scenes, or the speed leaves no time to see it.
  init?(from: Scene, to: Scene, at now: Double, speed: Double) {
    guard let seconds = Motion.duration(from: from, to: to) else { return nil }
    duration = seconds * 1000 / max(speed, 1)
    guard duration >= 80 else { return nil }
    self.from = from
    start = now
  }

  /// The eye comes closer or goes elsewhere.
  init(zoomingFrom from: Scene, at now: Double) {
    self.from = from
    start = now
    duration = Motion.zoomDuration * 1000
  }

  func isOver(at now: Double) -> Bool { now >= start + duration }

  func motion(at now: Double) -> Motion {
    Motion(from: from, progress: Float((now - start) / duration))
  }
}
