import Canvas
import Foundation
import Surroundings
import Testing

/// The program in a window on a desktop of its own, with its narration.
final class RunningProgram {
  private let desktop: any Desktop
  private var display: PrivateDisplay { desktop.display }
  private let process: Process
  private let output = Pipe()
  private let errors = Pipe()
  private var unread = ""
  private var window = ""
  /// The person's folders: the program leaves nothing behind and finds nothing.
  let home: TemporaryFolder

  /// - Parameter keys: the file of the person's own keys.
  init(
    _ arguments: String..., on desktop: any Desktop, keys: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    self.desktop = desktop
    home = try TemporaryFolder()
    if let keys { try home.write("compaction-lab/keys.yaml", keys) }
    let folders = [
      "XDG_STATE_HOME": home.path, "XDG_CONFIG_HOME": home.path, "XDG_DATA_HOME": home.path,
      "XDG_PICTURES_DIR": home.file("pictures"),
    ]
    process = Program.process(
      arguments + ["--narrate"],
      environment: desktop.environment.merging(folders) { $1 }.merging(environment) { $1 })
    process.standardOutput = output
    process.standardError = errors
    try PrivateDisplay.withoutBlockedSignals { [process] in try process.run() }
    // It speaks once its window stays: while it opens, a renderer may have SDL make another one of it, and a
    // search that looks at the first one then ends in vain.
    try listen()
    let found = try desktop.display.xdotool(
      "search", "--sync", "--onlyvisible", desktop.window.option, desktop.window.pattern)
    window = try #require(found.split(separator: "\n").last.map(String.init))
    try desktop.display.xdotool("windowfocus", "--sync", window)
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  /// The next line that the program says.
  func nextLine() throws -> String {
    while !unread.contains("\n") { try listen() }
    let line = unread.prefix { $0 != "\n" }
    unread.removeFirst(line.count + 1)
    return String(line)
  }

  /// Waits until the program says something.
  private func listen() throws {
    let data = output.fileHandleForReading.availableData
    try #require(!data.isEmpty, "the program ended")
    unread += String(decoding: data, as: UTF8.self)
  }

  /// Presses a key and returns what is said then.
  func press(_ key: String) throws -> String {
    try display.xdotool("key", "--clearmodifiers", key)
    return try nextLine()
  }

  /// Presses a key of which nothing is said.
  func pressSilently(_ key: String) throws { try display.xdotool("key", "--clearmodifiers", key) }

  /// Clicks at a place of the window, in pixels.
  func click(x: Int, y: Int) throws -> String {
    try display.xdotool("mousemove", "--window", window, "\(x)", "\(y)", "click", "1")
    return try nextLine()
  }

  func resize(width: Int, height: Int) throws {
    try display.xdotool("windowsize", "--sync", window, "\(width)", "\(height)")
  }

  func moveToCorner() throws { try display.xdotool("windowmove", "--sync", window, "20", "40") }

  /// Takes the window off the screen, and brings it back. Needs a window manager.
  func minimise() throws { try display.xdotool("windowminimize", "--sync", window) }
  func restore() throws { try display.xdotool("windowactivate", "--sync", window) }

  /// A picture of the screen once something is there, other than it was, and nothing moves any more.
  func settledScreenshot(otherThan before: Image? = nil) throws -> Image {
    var last = try display.screenshot()
    while true {
      Thread.sleep(forTimeInterval: 0.2)
      let next = try display.screenshot()
      if next.pixels == last.pixels, next.showsPicture, next.pixels != before?.pixels { return next }
      last = next
    }
  }

  /// Whether the screen comes to show a picture, and stays with it.
  func comesBack(to image: Image) throws -> Bool {
    for _ in 0..<20 where try settledScreenshot().pixels == image.pixels { return true }
    return false
  }

  /// Ctrl+Q, and how the program ended.
  func quit() throws -> Ending {
    try display.xdotool("key", "ctrl+q")
    return end()
  }

  /// Sends SIGINT, as a terminal does for Ctrl-C, and returns how the program ended.
  func interrupt() -> Ending {
    process.interrupt()
    return end()
  }

  private func end() -> Ending {
    process.waitUntilExit()
    let said = (try? errors.fileHandleForReading.readToEnd()) ?? nil
    return Ending(
      status: process.terminationStatus, bySignal: process.terminationReason == .uncaughtSignal,
      errors: String(decoding: said ?? Data(), as: UTF8.self))
  }
}

/// How a program ended, with all that a failing test needs to tell why.
struct Ending: Equatable {
  /// The exit status, or the signal's number.
  var status: Int32
  var bySignal = false
  /// What it said on standard error.
  var errors = ""

  static let done = Ending(status: 0)
}

extension Image {
  /// More than the ground of a screen and of a window.
  var showsPicture: Bool { Set(pixels).count > 50 }
}
