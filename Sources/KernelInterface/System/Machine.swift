import Foundation

/// What this machine is, to label what is read from it.
public struct Machine: Equatable, Sendable {
  /// The board's name from the device tree, where there is one ("Radxa ROCK 5B+").
  public let board: String?
  /// The host name.
  public let host: String
  /// As the kernel's packages name it: arm64, x86_64.
  public let architecture: String
  /// Bytes a page.
  public let pageSize: Int

  public init(board: String?, host: String, architecture: String, pageSize: Int) {
    self.board = board
    self.host = host
    self.architecture = architecture
    self.pageSize = pageSize
  }

  /// The board's name, else the host's.
  public var name: String { board ?? host }

  /// Asks the files of this machine; never fails.
  public static func current(files: FileReading = .system) -> Machine {
    Machine(
      board: firstLine("/proc/device-tree/model", files),
      host: firstLine("/proc/sys/kernel/hostname", files) ?? "localhost",
      architecture: SystemCalls.architecture(), pageSize: SystemCalls.pageSize())
  }

  /// The release of the running kernel, as `uname -r` prints it; nil where /proc does not say.
  public static func release(files: FileReading = .system) -> String? {
    firstLine("/proc/sys/kernel/osrelease", files)
  }

  /// Device-tree strings end with a zero byte, files under /proc/sys with a newline.
  private static func firstLine(_ path: String, _ files: FileReading) -> String? {
    guard let bytes = try? files.contents(path) else { return nil }
    let line = bytes.prefix { $0 != 0 && $0 != UInt8(ascii: "\n") }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}
