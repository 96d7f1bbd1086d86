import ArgumentParser
import Captures
import Comparison
import Foundation
import KernelInterface
import Lab
import Runs

/// Simulating what a recording's trigger did, from the state before it.
struct CaptureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A recording of a real kernel: simulate what it recorded, from its `before` alone.",
      valueName: "folder"))
  var capture: String?
  @Flag(help: "With --capture: print the kernel's own tracepoint text.")
  var ftrace = false

  func validate() throws {
    if ftrace, capture == nil { throw ValidationError("--ftrace needs --capture") }
  }

  /// Simulates the recording in `folder`, and prints: its events where a format for them is given.
  func simulate(_ folder: String, json: Bool, events: EventListing.Format?) throws {
    let capture = try Capture(folder: folder)
    capture.warnings.report()
    if let events {
      let recipe = RunRecipe(target: .capture(folder), source: CapturedMachine(capture))
      return EventListing(of: recipe).print(as: events)
    }
    let simulation = CaptureSimulation(capture)
    if ftrace {
      FileHandle.standardOutput.write(Data(simulation.trace.text))
    } else if json {
      try simulation.report.printJSON()
    } else {
      print(simulation.report.text, terminator: "")
    }
  }
}

extension [CaptureWarning] {
  /// Says on stderr what should be known though the rest is usable.
  func report() {
    for warning in self { Failure.warn("\(warning)") }
  }
}

extension Encodable {
  func printJSON() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    print(String(decoding: try encoder.encode(self), as: UTF8.self))
  }
}
