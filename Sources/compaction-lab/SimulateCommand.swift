import ArgumentParser
import Lab
import Runs

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Make a run without a window and print how it went.")

  @Argument(help: "A scenario or board: the path of a file, or the name of one that comes with the program.")
  var scenario: String?
  @OptionGroup var recording: CaptureOptions
  @Flag(help: "Print one JSON object.")
  var json = false
  @OptionGroup var events: EventOptions
  @OptionGroup var kernel: KernelOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if (scenario == nil) == (recording.capture == nil) {
      throw ValidationError("give either a scenario or --capture")
    }
    if [json, recording.ftrace, events.events || events.csv].count(where: { $0 }) > 1 {
      throw ValidationError("give one of --json, --ftrace and --events")
    }
  }

  func run() throws {
    if let capture = recording.capture {
      return try recording.simulate(capture, json: json, events: events.format)
    }
    guard let scenario else { return }
    let content = try common.loadContent()
    let recipe = try content.folder.recipe(for: .source(scenario), version: kernel.kernel)
    if let format = events.format {
      return EventListing(of: recipe).print(as: format)
    }
    let report = RunReport(of: recipe)
    guard json else { return print(report.text(content.words)) }
    try report.printJSON()
  }
}
