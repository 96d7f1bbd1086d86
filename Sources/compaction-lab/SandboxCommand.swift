import ArgumentParser
import Lab
import Runs

struct SandboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox", abstract: "Explore a board or a scenario freely.")

  @Option(
    help: "A board: the path of its file, or the name of one that comes with the program, as rock-5b-plus-8g."
  )
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
    let recipe = try library.recipe(for: .source(name), version: kernel.kernel)
    try MainActor.assumeIsolated {
      try LabWindow(common, window, version: kernel.kernel).run { $0.open(recipe) }
    }
  }
}
