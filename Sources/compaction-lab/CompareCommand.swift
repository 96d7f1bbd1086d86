import ArgumentParser
import Captures
import Comparison
import KernelInterface
import Runs

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Hold a recording of a real kernel against the simulation of it.",
    discussion: "Ends with status 1 if something differs that the recorded state before determines.")

  @Argument(help: ArgumentHelp("The folder of the recording.", valueName: "folder"))
  var capture: String
  @Flag(help: "Print one JSON object.")
  var json = false
  @Flag(
    help:
      "Instead, look for the moments at which the workers of the per-CPU lists must have run; may take minutes."
  )
  var findWorkers = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let words = try common.loadContent().words
    let capture = try Capture(folder: capture)
    if findWorkers {
      let search = try Progress.say(words("report.simulating")) { try WorkerSearch(capture) }
      return json ? try search.printJSON() : try Output.line(search.text(words))
    }
    let trace = try capture.trace()
    (capture.warnings + capture.warnings(about: trace)).report(words)
    if let doubt = try CapturedMachine(capture).release.doubt(words) { Failure.warn(doubt) }
    let comparison = try Progress.say(words("report.simulating")) { try Comparison(capture, trace) }
    if json {
      try comparison.printJSON()
    } else {
      try Output.line(comparison.text(words))
    }
    if comparison.differs { throw Failure.NotSo() }
  }
}
