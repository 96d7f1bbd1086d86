import ArgumentParser

@main
struct CompactionLab: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "compaction-lab")
}
