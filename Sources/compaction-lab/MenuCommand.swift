import ArgumentParser

struct MenuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "menu", abstract: "Open the window on the menu of lessons and boards.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var window: WindowOptions

  func run() throws {
    try MainActor.assumeIsolated {
      try LabWindow(common, window).run { $0.openMenu() }
    }
  }
}
