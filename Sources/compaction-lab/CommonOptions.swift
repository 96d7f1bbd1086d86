import ArgumentParser
import Documents
import Lab
import Runs
import Simulation
import Words

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
    help: ArgumentHelp(
      "The kernel whose rules the run follows: \(Self.known). Another release follows the nearest older one.",
      valueName: "release"))
  var kernel: KernelRelease?

  private static var known: String { KernelVersion.all.map(\.description).joined(separator: ", ") }

  /// Nil where none was named.
  var version: KernelVersion? { kernel?.version }

  /// Says so where the rules that a run follows are not quite those of the kernel that was named.
  func warn(about recipe: RunRecipe, _ words: Catalogue) {
    if let doubt = (kernel ?? recipe.release).doubt(words) { Failure.warn(doubt) }
  }
}

struct AgingOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How a board's memory aged, in place of its own recipe: the path of a file, or a name of Assets/Recipes.",
      valueName: "name"))
  var recipe: String?
}

extension KernelRelease: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
