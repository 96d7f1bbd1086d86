import ArgumentParser
import Lab
import Runs

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
  @OptionGroup var aging: AgingOption
  @OptionGroup var kernel: KernelOption
  @OptionGroup var common: CommonOptions
  @OptionGroup var window: WindowOptions

  func validate() throws {
    if [board, scenario, capture].count(where: { $0 != nil }) > 1 {
      throw ValidationError("give one of --board, --scenario and --capture")
    }
    if aging.recipe != nil, scenario != nil || capture != nil {
      throw ValidationError("--recipe ages a board; give it with --board")
    }
  }

  func run() throws {
    let content = try common.loadContent()
    let recipe = try recipe(content)
    kernel.warn(about: recipe, content.words)
    try MainActor.assumeIsolated {
      try LabWindow(common, window, kernel: kernel.kernel).run { $0.open(recipe) }
    }
  }

  private func recipe(_ content: Content) throws -> RunRecipe {
    if let capture {
      return try RunRecipe(capture: capture, version: kernel.version, words: content.words)
    }
    let folder = content.folder
    if let scenario {
      return RunRecipe(
        target: .source(scenario), source: try folder.source(named: scenario), version: kernel.version)
    }
    let name = board ?? "rock-5b-plus-8g"
    return RunRecipe(
      target: .source(name, recipe: aging.recipe),
      source: try folder.board(named: name, agedBy: aging.recipe),
      version: kernel.version)
  }
}
