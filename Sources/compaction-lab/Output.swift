import Documents
import Foundation

/// What the program writes for whoever called it.
enum Output {
  /// Standard output took no more.
  struct Failure: Error, CustomStringConvertible {
    let reason: String
    var description: String { "standard output can’t be written: \(reason)" }
  }

  /// Keeps files that are opened later from taking the places of streams that the caller closed.
  static func holdStreams() {
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 {
      // Nothing can be written to it, which is what is to be noticed.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  static func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) throws(Failure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw Failure(reason: error.localizedDescription)
    }
  }

  static func line(_ text: String) throws(Failure) { try write(text + "\n") }

  /// Says on stderr what went wrong, in one line; where nobody listens there is nobody to tell.
  static func complain(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data("compaction-lab: \(text.onOneLine)\n".utf8))
  }
}
