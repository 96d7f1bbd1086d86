import Foundation

/// Why a file of the kernel's could not be read.
public enum ReadFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// No such file: another system, a container, or a kernel built without the feature.
  case missing(path: String)
  /// The file is there; only a more privileged user may read it.
  case notPermitted(path: String)
  /// Reading failed for another reason, with the system's error number.
  case failed(path: String, errno: Int32)
  /// It was read and is not what it should be.
  case malformed(FormatError)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file"
    case .notPermitted(let path): "\(path): permission denied; try as root"
    case .failed(let path, let errno): "\(path): \(String(cString: strerror(errno)))"
    case .malformed(let error): error.description
    }
  }
}

/// The system calls this module needs, as values, so that a test can put others in their place.
public struct FileReading: Sendable {
  /// The whole content of the file at a path.
  public var contents: @Sendable (_ path: String) throws(ReadFailure) -> [UInt8]
  /// A clock that never goes back, in nanoseconds.
  public var monotonicNanoseconds: @Sendable () -> UInt64

  public init(
    contents: @escaping @Sendable (_ path: String) throws(ReadFailure) -> [UInt8],
    monotonicNanoseconds: @escaping @Sendable () -> UInt64
  ) {
    self.contents = contents
    self.monotonicNanoseconds = monotonicNanoseconds
  }

  /// The real ones.
  public static let system = FileReading(
    contents: { (path: String) throws(ReadFailure) -> [UInt8] in try SystemCalls.contents(of: path) },
    monotonicNanoseconds: { DispatchTime.now().uptimeNanoseconds })
}

extension FileReading {
  /// Files that are only in memory, and a clock that stands still. What is not in `files` is missing;
  /// what is in `failures` fails with that.
  public static func fake(
    files: [String: [UInt8]], failures: [String: ReadFailure] = [:], nanoseconds: UInt64 = 0
  ) -> FileReading {
    FileReading(
      contents: { (path: String) throws(ReadFailure) -> [UInt8] in
        if let failure = failures[path] { throw failure }
        guard let content = files[path] else { throw .missing(path: path) }
        return content
      },
      monotonicNanoseconds: { nanoseconds })
  }
}

enum SystemCalls {
  /// Reads until the end: files under /proc have no size, and give at most a few pages a call.
  static func contents(of path: String) throws(ReadFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > 0 { bytes.reserveCapacity(Int(status.st_size)) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private static func failure(_ path: String) -> ReadFailure {
    switch errno {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM: .notPermitted(path: path)
    default: .failed(path: path, errno: errno)
    }
  }
}
