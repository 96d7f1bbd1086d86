import Simulation

extension Lesson {
  /// The step of each stop in a recorded run of the lesson's memory, nil for a stop that the run doesn't
  /// come to or hasn't come to yet.
  public func steps(in recording: Recording, scale: Scale) -> [Int?] {
    stops.map { $0.until.step(in: recording, scale: scale) }
  }
}
