import Foundation

/// The system calls that only look, as values, so that a test can put others in their place.
public struct FileReading: Sendable {
  /// Hands the content of the file at a path on, piece by piece; fails where there is more of it than `limit`
  /// bytes.
  public var read:
    @Sendable (
      _ path: String, _ limit: Int, _ take: ([UInt8]) throws(FileFailure) -> Void
    ) throws(FileFailure) -> Void
  /// What a command of the shell prints. It is ended early when `isCancelled` says so.
  public var output: @Sendable (_ command: String, _ isCancelled: () -> Bool) throws(FileFailure) -> [UInt8]
  /// What a clock shows that never goes back: the time since some moment.
  public var monotonicTime: @Sendable () -> Duration

  public init(
    read:
      @escaping @Sendable (
        _ path: String, _ limit: Int, _ take: ([UInt8]) throws(FileFailure) -> Void
      ) throws(FileFailure) -> Void,
    output:
      @escaping @Sendable (
        _ command: String, _ isCancelled: () -> Bool
      ) throws(FileFailure) -> [UInt8],
    monotonicTime: @escaping @Sendable () -> Duration
  ) {
    self.read = read
    self.output = output
    self.monotonicTime = monotonicTime
  }

  /// The real ones.
  public static let system = FileReading(
    read: {
      (path: String, limit: Int, take: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) in
      try SystemCalls.read(path, limit: limit, take)
    },
    output: { (command: String, isCancelled: () -> Bool) throws(FileFailure) -> [UInt8] in
      try SystemCalls.output(of: command, isCancelled: isCancelled)
    },
    monotonicTime: { .nanoseconds(Int64(DispatchTime.now().uptimeNanoseconds)) })
}

extension FileReading {
  /// The most that a text of the kernel's may have, in bytes.
  public static let mostText = 64 << 20
  /// The most that a trace may have, and a file with a word for each page: 512 GiB of pages of 4 KiB.
  static let mostTrace = 1 << 30
  static let mostWords = 1 << 30

  /// The whole content of the file at a path.
  public func contents(_ path: String, limit: Int = mostText) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path, limit) { (piece: [UInt8]) throws(FileFailure) in bytes += piece }
    return bytes
  }

  /// Files and commands that are only in memory, and a clock that stands still. What is not in `files` is
  /// missing; what is in `failures` fails with that. A command's output is found in `files`, too.
  public static func fake(
    files: [String: [UInt8]], failures: [String: FileFailure] = [:], time: Duration = .zero
  ) -> FileReading {
    @Sendable func content(_ name: String) throws(FileFailure) -> [UInt8] {
      if let failure = failures[name] { throw failure }
      guard let content = files[name] else { throw .missing(path: name) }
      return content
    }
    return FileReading(
      read: {
        (path: String, limit: Int, take: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) in
        let content = try content(path)
        guard content.count <= limit else { throw .tooLarge(path: path, limit: limit) }
        try take(content)
      },
      output: { (command: String, _: () -> Bool) throws(FileFailure) -> [UInt8] in try content(command) },
      monotonicTime: { time })
  }
}
