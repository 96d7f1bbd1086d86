import ArgumentParser

@main
struct CompactionLab: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compaction-lab",
    abstract: "See and step through Linux memory compaction.",
    discussion: "Without a command it opens its window on the menu.",
    subcommands: [
      MenuCommand.self, LessonCommand.self, SandboxCommand.self, SimulateCommand.self, RenderCommand.self,
      CompareCommand.self, KeysCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: MenuCommand.self)

  /// Not the parser's own, so that every failure is one line and ends with the right status.
  static func main() {
    Output.holdStreams()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure.end(with: error)
    }
  }
}
