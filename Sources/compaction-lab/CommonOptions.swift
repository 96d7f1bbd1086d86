import ArgumentParser
import Documents
import Lab
import Simulation

/// What every command understands.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds Assets and Lessons.", valueName: "folder"))
  var content: String?

  func loadContent() throws -> Content { try Content(ContentLocator(option: content)) }
}

/// What every command with a window understands.
struct WindowOptions: ParsableArguments {
  @Flag(help: "Say every step in a line on stdout.")
  var narrate = false
  @Flag(help: "Begin with presenting: the map, one sentence and the scanners, on the whole screen.")
  var present = false
  @Option(
    help: ArgumentHelp(
      "Where live figures come from: a folder or file with a copy of buddyinfo, or command:LINE.",
      valueName: "source"))
  var source: String?
}

struct KernelOption: ParsableArguments {
  @Option(
    help:
      "The kernel whose rules the run follows: \(KernelVersion.all.map(\.description).joined(separator: ", "))."
  )
  var kernel: KernelVersion?
}

struct AgingOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How a board's memory aged, in place of its own recipe: the path of a file, or a name of Assets/Recipes.",
      valueName: "name"))
  var recipe: String?
}

extension KernelVersion: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
  public static var allValueStrings: [String] { all.map(\.description) }
}
