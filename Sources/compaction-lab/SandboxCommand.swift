import ArgumentParser
import Lab
import Runs
import Scenarios

struct SandboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox", abstract: "Explore a board or a scenario freely.")

  @Option(help: "A board that comes with the program, such as rock-5b-plus-8g.")
  var board: String?
  @Option(help: "A scenario: the path of its file, or the name of one that comes with the program.")
  var scenario: String?
  @OptionGroup var kernel: KernelOption
  @OptionGroup var common: CommonOptions
  @OptionGroup var window: WindowOptions

  func validate() throws {
    if board != nil, scenario != nil { throw ValidationError("give either --board or --scenario") }
  }

  func run() throws {
    let library = try common.loadContent().library
    let name = scenario ?? board ?? "rock-5b-plus-8g"
    let source: any MemorySource =
      if let scenario { try library.source(named: scenario) } else { try library.board(named: name) }
    let recipe = RunRecipe(target: .source(name), source: source, version: kernel.kernel)
    try MainActor.assumeIsolated {
      try LabWindow(common, window, version: kernel.kernel).run { $0.open(recipe) }
    }
  }
}
