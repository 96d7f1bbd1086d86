import Foundation

/// What the kernel says of a process.
enum ProcessStatus {
  /// Bytes it has had resident at most (VmHWM).
  static func mostMemory(of process: Int32) throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0) * 1024
  }
}
