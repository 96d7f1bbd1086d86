import Foundation

/// Why a file of the kernel's could not be read.
public enum ReadFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// No such file: another system, a container, or a kernel built without the feature.
  case missing(path: String)
  /// The file is there; only a more privileged user may read it.
  case notPermitted(path: String)
  /// Reading failed for another reason, with the system's error number.
  case failed(path: String, errno: Int32)
  /// A command ended with an error, or gave no answer in time.
  case commandFailed(command: String, message: String)
  /// It was read and is not what it should be.
  case malformed(FormatError)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file"
    case .notPermitted(let path): "\(path): permission denied; try as root"
    case .failed(let path, let errno): "\(path): \(String(cString: strerror(errno)))"
    case .commandFailed(let command, let message): "\(command): \(message)"
    case .malformed(let error): error.description
    }
  }
}

/// The system calls this module needs, as values, so that a test can put others in their place.
public struct FileReading: Sendable {
  /// The whole content of the file at a path.
  public var contents: @Sendable (_ path: String) throws(ReadFailure) -> [UInt8]
  /// What a command of the shell prints. It is ended early when `isCancelled` says so.
  public var output: @Sendable (_ command: String, _ isCancelled: () -> Bool) throws(ReadFailure) -> [UInt8]
  /// A clock that never goes back, in nanoseconds.
  public var monotonicNanoseconds: @Sendable () -> UInt64

  public init(
    contents: @escaping @Sendable (_ path: String) throws(ReadFailure) -> [UInt8],
    output:
      @escaping @Sendable (
        _ command: String, _ isCancelled: () -> Bool
      ) throws(ReadFailure) -> [UInt8],
    monotonicNanoseconds: @escaping @Sendable () -> UInt64
  ) {
    self.contents = contents
    self.output = output
    self.monotonicNanoseconds = monotonicNanoseconds
  }

  /// The real ones.
  public static let system = FileReading(
    contents: { (path: String) throws(ReadFailure) -> [UInt8] in try SystemCalls.contents(of: path) },
    output: { (command: String, isCancelled: () -> Bool) throws(ReadFailure) -> [UInt8] in
      try SystemCalls.output(of: command, isCancelled: isCancelled)
    },
    monotonicNanoseconds: { DispatchTime.now().uptimeNanoseconds })
}

extension FileReading {
  /// Files and commands that are only in memory, and a clock that stands still. What is not in `files` is
  /// missing; what is in `failures` fails with that. A command's output is found in `files`, too.
  public static func fake(
    files: [String: [UInt8]], failures: [String: ReadFailure] = [:], nanoseconds: UInt64 = 0
  ) -> FileReading {
    @Sendable func content(_ name: String) throws(ReadFailure) -> [UInt8] {
      if let failure = failures[name] { throw failure }
      guard let content = files[name] else { throw .missing(path: name) }
      return content
    }
    return FileReading(
      contents: { (path: String) throws(ReadFailure) -> [UInt8] in try content(path) },
      output: { (command: String, _: () -> Bool) throws(ReadFailure) -> [UInt8] in try content(command) },
      monotonicNanoseconds: { nanoseconds })
  }
}
