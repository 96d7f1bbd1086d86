import ArgumentParser
import Runs

/// Printing the events of a run instead of its sums.
struct EventOptions: ParsableArguments {
  @Flag(help: "Print every step of the run, with what the kernel traces there, a JSON object a line.")
  var events = false
  @Flag(help: "Print every step of the run, with what the kernel traces there, as comma-separated values.")
  var csv = false

  /// Nil where no events are asked for.
  var format: EventListing.Format? { csv ? .csv : events ? .json : nil }
}

extension EventListing {
  func print(as format: Format) throws {
    try write(as: format) { try Output.write($0) }
  }
}
