import ArgumentParser
import Canvas
import Documents
import Foundation
import KernelInterface
import Lab
import Stage
import Typography
import Window

/// How the program ends when it can't do what it was asked: one line on stderr that says what to do, and
/// a status after sysexits.
enum Failure {
  /// A signal from the terminal ended the program; nothing was lost.
  struct Interrupted: Error {}
  /// Something that was checked is not so; what, has been said already.
  struct NotSo: Error {}

  /// Says on stderr what should be known though the program goes on.
  static func warn(_ text: String) {
    Output.complain("warning: \(text)")
  }

  static func end(with error: any Error) -> Never {
    switch error {
    case is Interrupted: exit(130)
    case is NotSo: exit(1)
    default: break
    }
    guard let status = status(of: error) else { CompactionLab.exit(withError: error) }
    Output.complain("\(error)")
    exit(status)
  }

  /// Nil for what the parser of the command line says better: usage, help.
  private static func status(of error: any Error) -> Int32? {
    switch error {
    case is DocumentError: EX_DATAERR
    case let failure as FileFailure: failure.exitStatus
    case let error as PNGError: FileManager.default.isPermissionError(error.file) ? EX_NOPERM : EX_CANTCREAT
    case is Output.Failure: EX_CANTCREAT
    case is WindowError, is FontError, is ContentLocator.NotFound: EX_UNAVAILABLE
    default: nil
    }
  }
}

extension FileFailure {
  /// A file that isn't ours to read is no matter of its content.
  fileprivate var exitStatus: Int32 {
    if case .notPermitted = self { EX_NOPERM } else { EX_DATAERR }
  }
}

extension FileManager {
  /// Whether a file could not be written because its folder, or itself, is not ours to write.
  fileprivate func isPermissionError(_ file: String) -> Bool {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    return fileExists(atPath: folder)
      && !(isWritableFile(atPath: file) || !fileExists(atPath: file) && isWritableFile(atPath: folder))
  }
}
