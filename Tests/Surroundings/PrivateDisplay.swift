import Foundation

/// An X server of our own without a screen, on a free display, and hands to type with.
public final class PrivateDisplay {
  /// What programs find it by.
  public let name: String
  private let server = Process()
  private let manager = Process()

  /// Those of the programs that are not installed, and of the two that every display needs.
  public static func missing(_ programs: String...) -> [String] {
    (["Xvfb", "xdotool"] + programs).filter { path(of: $0) == nil }
  }

  /// - Parameters:
  ///   - managed: with the window manager openbox, which frames, fills the screen and minimises.
  ///   - width: pixels, as `height`.
  ///   - options: more of Xvfb's own.
  public init(
    managed: Bool = false, width: Int = 1920, height: Int = 1080, options: [String] = []
  ) throws {
    let number = Pipe()
    server.executableURL = Self.path(of: "Xvfb")
    // Without a reset: it would begin anew, and lose a window manager that is starting, whenever the last
    // client leaves.
    server.arguments =
      ["-displayfd", "1", "-screen", "0", "\(width)x\(height)x24", "-nolisten", "tcp", "-noreset"] + options
    server.standardOutput = number
    server.standardError = FileHandle.nullDevice
    try Self.withoutBlockedSignals { [server] in try server.run() }
    // The server writes the number when it is ready to be connected to.
    var text = ""
    while !text.contains("\n") {
      let data = number.fileHandleForReading.availableData
      if data.isEmpty { throw CocoaError(.fileReadUnknown) }
      text += String(decoding: data, as: UTF8.self)
    }
    name = ":" + text.trimmingCharacters(in: .whitespacesAndNewlines)
    if managed { try startManager() }
  }

  deinit { stop() }

  /// Ends the server; its clients must be gone.
  public func stop() {
    for process in [manager, server] where process.isRunning {
      process.terminate()
      process.waitUntilExit()
    }
  }

  private func startManager() throws {
    manager.executableURL = Self.path(of: "openbox")
    manager.arguments = ["--sm-disable"]
    manager.environment = ProcessInfo.processInfo.environment.merging(["DISPLAY": name]) { $1 }
    manager.standardOutput = FileHandle.nullDevice
    manager.standardError = FileHandle.nullDevice
    try Self.withoutBlockedSignals { [manager] in try manager.run() }
    // While it starts it loses windows that are opened: it is ready when it does something.
    while try xdotool("set_num_desktops", "1", "get_num_desktops") != "1\n" {
      guard manager.isRunning else { throw CocoaError(.executableLoad) }
      usleep(10_000)
    }
  }

  /// Runs xdotool on this display and returns what it prints.
  @discardableResult
  public func xdotool(_ arguments: String...) throws -> String { try run("xdotool", arguments) }

  /// Runs a program on this display and returns what it prints.
  @discardableResult
  public func run(_ program: String, _ arguments: [String]) throws -> String {
    let tool = Process()
    let output = Pipe()
    tool.executableURL = Self.path(of: program)
    tool.arguments = arguments
    tool.environment = ProcessInfo.processInfo.environment.merging(["DISPLAY": name]) { $1 }
    tool.standardOutput = output
    tool.standardError = FileHandle.nullDevice
    try tool.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    tool.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Tests may run on threads that block signals, and a server that inherits that could not be ended.
  public static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// Where a program is installed.
  public static func path(of program: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { URL(fileURLWithPath: "\($0)/\(program)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
