import ArgumentParser
import Lab
import Runs
import Simulation

struct SandboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox", abstract: "Explore a board, a scenario or a recording freely.")

  @Option(
    help: "A board: the path of its file, or the name of one that comes with the program, as rock-5b-plus-8g."
  )
  var board: String?
  @Option(help: "A scenario: the path of its file, or the name of one that comes with the program.")
  var scenario: String?
  @Option(
    help: ArgumentHelp(
      "A recording of a real kernel: step through the simulation of what it recorded.", valueName: "folder"))
  var capture: String?
  @OptionGroup var kernel: KernelOption
  @OptionGroup var common: CommonOptions
  @OptionGroup var window: WindowOptions

  func validate() throws {
    if [board, scenario, capture].count(where: { $0 != nil }) > 1 {
      throw ValidationError("give one of --board, --scenario and --capture")
    }
  }

  func run() throws {
    let recipe = try recipe()
    try MainActor.assumeIsolated {
      try LabWindow(common, window, version: kernel.kernel).run { $0.open(recipe) }
    }
  }

  private func recipe() throws -> RunRecipe {
    if let capture {
      return try RunRecipe(capture: capture, version: kernel.kernel, words: common.loadContent().words)
    }
    let folder = try common.loadContent().folder
    let name = scenario ?? board ?? "rock-5b-plus-8g"
    let source: any RunSource =
      if let scenario { try folder.source(named: scenario) } else { try folder.board(named: name) }
    return RunRecipe(target: .source(name), source: source, version: kernel.kernel)
  }
}
