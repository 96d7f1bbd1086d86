import Foundation

/// The program itself, as it was built, on a display of its own: how soon it shows something, and how
/// much memory it has used when its run is recorded.
enum ProgramBenchmarks {
  /// A program that was not built or a display that could not be started.
  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  static func run() throws -> [Figure] {
    let package = URL(fileURLWithPath: #filePath).pathComponents.dropLast(5).joined(separator: "/")
      .dropFirst()
    let program = URL(fileURLWithPath: package + "/.build/release/compaction-lab")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw Missing(description: "\(program.path) is not there: swift build -c release")
    }
    let subjects: [(String, [String], Double?, Double?)] = [
      ("lesson", ["lesson", "two-scanners-converge"], 0.3e9, nil),
      ("8 GB board", ["sandbox", "--board", "rock-5b-plus-8g"], 1e9, 300e6),
      ("32 GB board", ["sandbox", "--board", "rock-5b-plus-32g"], nil, nil),
    ]
    return try subjects.flatMap { name, arguments, limit, most in
      let starts = try (0..<5).map { _ in try Start(program, arguments) }
      return [
        Figure(
          "\(name): start to first picture", starts.map(\.nanoseconds),
          limit: limit),
        Figure("  most memory, run recorded", starts.map(\.bytes), .bytes, limit: most),
      ]
    }
  }

  /// One start of the program.
  private struct Start {
    var nanoseconds = 0.0
    /// Resident at most (VmHWM).
    var bytes = 0.0

    init(_ program: URL, _ arguments: [String]) throws {
      let display = try FramebufferDisplay()
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["DISPLAY": display.name, "SDL_VIDEODRIVER": "x11"]) { $1 }
      nanoseconds = try time {
        try process.run()
        while try !display.showsPicture() {
          guard process.isRunning else {
            throw Missing(description: "the program ended before it showed a picture")
          }
          usleep(1000)
        }
      }
      try waitUntilIdle(process.processIdentifier)
      bytes = try ProcessStatus.mostMemory(of: process.processIdentifier)
      process.terminate()
      process.waitUntilExit()
      display.stop()
    }

    /// Waits until the process has used no time for a second.
    private func waitUntilIdle(_ process: Int32) throws {
      var used = ""
      var rounds = 0
      while rounds < 4 {
        usleep(250_000)
        let now = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
          .split(separator: " ")[13...14].joined(separator: " ")
        rounds = now == used ? rounds + 1 : 0
        used = now
      }
    }
  }
}
