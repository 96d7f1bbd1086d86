import Foundation

/// Measures the program and prints each figure beside its limit. With names as arguments, only those.
@main
@MainActor
struct Benchmarks {
  private static let groups: [(name: String, run: @MainActor () throws -> [Figure])] = [
    ("timeline", TimelineBenchmarks.run),
    ("compaction", CompactionBenchmarks.run),
    ("memory", MemoryBenchmarks.run),
    ("frames", FrameBenchmarks.run),
    ("zoom", ZoomBenchmarks.run),
    ("motion", MotionBenchmarks.run),
    ("canvas", CanvasBenchmarks.run),
    ("window", WindowBenchmarks.run),
    ("program", ProgramBenchmarks.run),
    ("random", RandomBenchmarks.run),
  ]

  static func main() throws {
    if CommandLine.arguments.contains(MemoryBenchmarks.childArgument) {
      return try MemoryBenchmarks.runChild()
    }
    let wanted = CommandLine.arguments.dropFirst()
    let names = groups.map(\.name)
    if let unknown = wanted.first(where: { !names.contains($0) }) {
      FileHandle.standardError.write(
        Data("error: no benchmark \(unknown); name \(names.joined(separator: ", "))\n".utf8))
      exit(64)
    }
    print(Figure.heading)
    var isOver = false
    for group in groups where wanted.isEmpty || wanted.contains(group.name) {
      for figure in try group.run() {
        print(figure.row)
        isOver = isOver || figure.share.map { $0 > 1 } ?? false
      }
    }
    exit(isOver ? 1 : 0)
  }
}
