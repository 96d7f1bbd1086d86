import Foundation

/// An X server of our own without a screen, on a free display, and hands to type with.
final class PrivateDisplay {
  let name: String
  private let server = Process()

  /// The programs that are needed, of packages xvfb and xdotool.
  static var isAvailable: Bool { path(of: "Xvfb") != nil && path(of: "xdotool") != nil }

  init() throws {
    let number = Pipe()
    let server = self.server
    server.executableURL = Self.path(of: "Xvfb")
    server.arguments = ["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    server.standardOutput = number
    server.standardError = FileHandle.nullDevice
    try Self.withoutBlockedSignals { try server.run() }
    // The server writes the number when it is ready to be connected to.
    var text = ""
    while !text.contains("\n") {
      let data = number.fileHandleForReading.availableData
      if data.isEmpty { throw CocoaError(.fileReadUnknown) }
      text += String(decoding: data, as: UTF8.self)
    }
    name = ":" + text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  deinit { stop() }

  /// Ends the server; its clients must be gone.
  func stop() {
    guard server.isRunning else { return }
    server.terminate()
    server.waitUntilExit()
  }

  /// Runs xdotool on this display and returns what it prints.
  @discardableResult
  func xdotool(_ arguments: String...) throws -> String {
    let tool = Process()
    let output = Pipe()
    tool.executableURL = Self.path(of: "xdotool")
    tool.arguments = arguments
    tool.environment = ProcessInfo.processInfo.environment.merging(["DISPLAY": name]) { $1 }
    tool.standardOutput = output
    try tool.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    tool.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Tests may run on threads that block signals, and a server that inherits that could not be ended.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  private static func path(of program: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { URL(fileURLWithPath: "\($0)/\(program)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
