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
      var answers: [Double] = []
      let starts = try (0..<5).map { number in
        let start = try Start(program, arguments)
        defer { start.stop() }
        if number == 0 { answers = try start.answers() }
        return start
      }
      return [
        Figure(
          "\(name): start to first picture", starts.map(\.nanoseconds),
          limit: limit),
        Figure("  most memory, run recorded", starts.map(\.bytes), .bytes, limit: most),
        Figure("  a key to its picture on the screen", answers, limit: 2 * frame),
      ]
    }
  }

  /// Nanoseconds from one beat of the frames to the next.
  private static let frame = 1e9 / 60

  /// One start of the program, which goes on until it is stopped.
  private final class Start {
    private(set) var nanoseconds = 0.0
    /// Resident at most (VmHWM).
    private(set) var bytes = 0.0
    private let display: FramebufferDisplay
    private let process = Process()

    init(_ program: URL, _ arguments: [String]) throws {
      display = try FramebufferDisplay()
      process.executableURL = program
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["DISPLAY": display.name, "SDL_VIDEODRIVER": "x11", "XDG_STATE_HOME": display.folder.path]) { $1 }
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
    }

    /// How long it takes from a key to another picture, the start of the program that presses it included.
    func answers() throws -> [Double] {
      try (0..<20).map { _ in
        let before = try stillPicture()
        var presser: Process?
        defer { presser?.waitUntilExit() }
        return try time {
          presser = try hand("key", "--delay", "0", "Right")
          while try display.fingerprint() == before {
            guard process.isRunning else { throw Missing(description: "the program ended at a key") }
          }
        }
      }
    }

    private func hand(_ arguments: String...) throws -> Process {
      let hand = Process()
      hand.executableURL = URL(fileURLWithPath: "/usr/bin/xdotool")
      hand.arguments = arguments
      hand.environment = ProcessInfo.processInfo.environment.merging(["DISPLAY": display.name]) { $1 }
      hand.standardOutput = FileHandle.nullDevice
      try hand.run()
      return hand
    }

    /// The picture's fingerprint, once nothing has moved for a while.
    private func stillPicture() throws -> Int {
      var last = try display.fingerprint()
      while true {
        usleep(400_000)
        let next = try display.fingerprint()
        if next == last { return next }
        last = next
      }
    }

    func stop() {
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
