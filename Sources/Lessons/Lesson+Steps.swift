import Documents
import Scenarios
import Simulation

extension Lesson {
  /// The run that the lesson is about, by the rules of the kernel it asks for, else of its source's.
  public func run(from source: some MemorySource) -> Run {
    Run(version: kernel ?? source.kernel, trigger: source.trigger)
  }

  /// The step of each stop in a recorded run of the lesson's memory, nil for a stop that the run doesn't
  /// come to or hasn't come to yet.
  public func steps(in recording: Recording, scale: Scale) -> [Int?] {
    stops.map { $0.until.step(in: recording, scale: scale) }
  }

  /// Checks the stops against the whole run: each must be reached, none before the one in front of it.
  public func check(_ recording: Recording, scale: Scale, file: String) throws(DocumentError) {
    var last = 0
    for (stop, step) in zip(stops, steps(in: recording, scale: scale)) {
      func error(_ problem: String, _ remedy: String) -> DocumentError {
        DocumentError(file: file, line: stop.line, column: 1, problem: problem, remedy: remedy)
      }
      guard let step else {
        throw error(
          "the run never comes to the stop “\(stop.title)”", "wait for something that happens in it")
      }
      guard step >= last else {
        throw error(
          "the stop “\(stop.title)” comes at step \(step), before the one in front of it at step \(last)",
          "order the stops as the run goes")
      }
      last = step
    }
  }
}
