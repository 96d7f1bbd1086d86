import Foundation

/// A Wayland compositor whose screens are windows of a private X server. Weston's backend without any screen
/// has no keyboard and no mouse either, and SDL 2.26 does not survive that.
public final class WaylandCompositor: Desktop {
  public let display: PrivateDisplay
  public let window = (option: "--class", pattern: "weston")
  /// Where each screen is in a picture of the display.
  public let columns: [Range<Int>]
  private let compositor = Process()
  private let folder: TemporaryFolder
  private static let socket = "wayland-test"
  /// A screen that nothing moves on but the program.
  private static let settings = """
    [core]
    idle-time=0
    [shell]
    panel-position=none
    background-color=0xff000000
    locking=false
    animation=none
    startup-animation=none
    close-animation=none
    focus-animation=none
    """

  /// The programs that are needed, of packages weston, xvfb, xdotool and imagemagick.
  public static var missing: [String] { PrivateDisplay.missing("import", "weston") }

  /// - Parameters:
  ///   - screens: 1, or 2 that stand beside each other.
  ///   - width: of a screen in pixels, as `height`.
  public init(screens: Int = 1, width: Int = 1600, height: Int = 900) throws {
    display = try PrivateDisplay(width: width * screens, height: height)
    columns = (0..<screens).map { $0 * width..<($0 + 1) * width }
    folder = try TemporaryFolder()
    try Self.settings.write(toFile: folder.file("weston.ini"), atomically: true, encoding: .utf8)
    chmod(folder.path, 0o700)
    compositor.executableURL = PrivateDisplay.path(of: "weston")
    compositor.arguments = [
      "--config=" + folder.file("weston.ini"), "--socket=" + Self.socket, "--log=" + folder.file("log"),
      "--use-pixman", "--output-count=\(screens)", "--width=\(width)", "--height=\(height)",
    ]
    var environment = ProcessInfo.processInfo.environment
    environment["WAYLAND_DISPLAY"] = nil
    environment["DISPLAY"] = display.name
    environment["XDG_RUNTIME_DIR"] = folder.path
    compositor.environment = environment
    compositor.standardOutput = FileHandle.nullDevice
    compositor.standardError = FileHandle.nullDevice
    try PrivateDisplay.withoutBlockedSignals { [compositor] in try compositor.run() }
    while !FileManager.default.fileExists(atPath: folder.file(Self.socket)) {
      guard compositor.isRunning else { throw Ended(log: folder.file("log")) }
      usleep(10_000)
    }
    if screens > 1 { try standBeside() }
  }

  private func standBeside() throws {
    var windows: [Substring] = []
    while windows.count < 2 {
      windows = try display.xdotool("search", "--onlyvisible", window.option, window.pattern)
        .split(separator: "\n")
    }
    for (index, window) in windows.enumerated() {
      try display.xdotool("windowmove", "--sync", String(window), "\(columns[index].lowerBound)", "0")
    }
  }

  deinit {
    guard compositor.isRunning else { return }
    compositor.terminate()
    compositor.waitUntilExit()
  }

  public var environment: [String: String] {
    ["WAYLAND_DISPLAY": Self.socket, "XDG_RUNTIME_DIR": folder.path, "SDL_VIDEODRIVER": "wayland"]
  }

  /// The compositor did not come up.
  public struct Ended: Error, CustomStringConvertible {
    public let description: String
    init(log: String) {
      let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
      description = "weston ended: \(text.split(separator: "\n").suffix(3).joined(separator: " | "))"
    }
  }
}
