import Foundation
import Surroundings

/// The built program, run as a person runs it.
enum Program {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Beside the tests, where the build has put it.
  static var url: URL {
    let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("compaction-lab")
    let built = URL(fileURLWithPath: Repository.root + "/.build/debug/compaction-lab")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : built
  }

  /// A process that is not started yet.
  static func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"] where environment[name] == nil {
      variables[name] = nil
    }
    process.environment = variables
    return process
  }

  /// Runs the program to its end, without a display.
  static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    try run(arguments, environment: environment)
  }

  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
    let process = process(arguments, environment: environment)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }
}
