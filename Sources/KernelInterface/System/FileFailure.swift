import Foundation

/// Why a file of the kernel's could not be read or written, or a command not be run.
public enum FileFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// No such file: another system, a container, or a kernel built without the feature.
  case missing(path: String)
  /// The file is there; only a more privileged user may use it.
  case notPermitted(path: String)
  /// It failed for another reason, with the system's error number.
  case failed(path: String, errno: Int32)
  /// It is no file with a content of its own, but a folder, a pipe or a device.
  case noFile(path: String)
  /// It has more bytes than is read.
  case tooLarge(path: String, limit: Int)
  /// A command ended with an error, or gave no answer in time.
  case commandFailed(command: String, message: String)
  /// It was read and is not what it should be.
  case malformed(FormatError)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file"
    case .notPermitted(let path): "\(path): permission denied; try as root"
    case .failed(let path, let errno): "\(path): \(String(cString: strerror(errno)))"
    case .noFile(let path): "\(path): not a regular file"
    case .tooLarge(let path, let limit): "\(path): more than \(limit >> 20) MiB; that much is not read"
    case .commandFailed(let command, let message): "\(command): \(message)"
    case .malformed(let error): error.description
    }
  }
}
