import ArgumentParser
import Comparison
import KernelInterface

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
    let capture = try Capture(folder: capture)
    if findWorkers {
      let search = try WorkerSearch(capture)
      if json {
        try search.printJSON()
      } else {
        print(search.text(try common.loadContent().words))
      }
      return
    }
    let trace = try capture.trace()
    (capture.warnings + capture.warnings(about: trace)).report()
    let comparison = try Comparison(capture)
    if json {
      try comparison.printJSON()
    } else {
      print(comparison.text(try common.loadContent().words))
    }
    if comparison.differs { throw Failure.NotSo() }
  }
}
