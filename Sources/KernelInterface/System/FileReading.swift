import Foundation

/// The system calls that only look, as values, so that a test can put others in their place.
public struct FileReading: Sendable {
  /// The whole content of the file at a path.
  public var contents: @Sendable (_ path: String) throws(FileFailure) -> [UInt8]
  /// What a command of the shell prints. It is ended early when `isCancelled` says so.
  public var output: @Sendable (_ command: String, _ isCancelled: () -> Bool) throws(FileFailure) -> [UInt8]
  /// What a clock shows that never goes back: the time since some moment.
  public var monotonicTime: @Sendable () -> Duration

  public init(
    contents: @escaping @Sendable (_ path: String) throws(FileFailure) -> [UInt8],
    output:
      @escaping @Sendable (
        _ command: String, _ isCancelled: () -> Bool
      ) throws(FileFailure) -> [UInt8],
    monotonicTime: @escaping @Sendable () -> Duration
  ) {
    self.contents = contents
    self.output = output
    self.monotonicTime = monotonicTime
  }

  /// The real ones.
  public static let system = FileReading(
    contents: { (path: String) throws(FileFailure) -> [UInt8] in try SystemCalls.contents(of: path) },
    output: { (command: String, isCancelled: () -> Bool) throws(FileFailure) -> [UInt8] in
      try SystemCalls.output(of: command, isCancelled: isCancelled)
    },
    monotonicTime: { .nanoseconds(Int64(DispatchTime.now().uptimeNanoseconds)) })
}

extension FileReading {
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
      contents: { (path: String) throws(FileFailure) -> [UInt8] in try content(path) },
      output: { (command: String, _: () -> Bool) throws(FileFailure) -> [UInt8] in try content(command) },
      monotonicTime: { time })
  }
}
