import Foundation
import Simulation

/// What a large run needs, in a process of its own: the most that a process ever used does not fall again.
enum MemoryBenchmarks {
  static let childArgument = "--record-half-full"

  static func run() throws -> [Figure] {
    let child = Process()
    let output = Pipe()
    child.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    child.arguments = [childArgument]
    child.standardOutput = output
    try child.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    child.waitUntilExit()
    guard let bytes = Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw ProgramBenchmarks.Missing(description: "recording the half full memory failed")
    }
    return [Figure("32 GB half full at random: most memory, run recorded", [bytes], .bytes, limit: 800e6)]
  }

  /// Records the run, keeps it, and prints how many bytes the process had resident at most.
  static func runChild() throws {
    let (memory, run) = try HalfFull(gigabytes: 32).start()
    let recording = run.record(on: memory)
    let bytes = try ProcessStatus.mostMemory(of: ProcessInfo.processInfo.processIdentifier)
    precondition(recording.stepCount > 0, "nothing was recorded")
    print(Int(bytes))
  }
}
