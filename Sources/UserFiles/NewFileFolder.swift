import Background
import Foundation

/// A folder that gets new files. Each is written behind the window, since that may take a moment; it has its
/// name only when it is whole, and no name is ever taken from another file.
final class NewFileFolder: Sendable {
  /// Why a file was not written.
  struct Failure: Error {
    var reason: String

    init(reason: String) { self.reason = reason }
    /// What the last call of the system said.
    init() { self.init(reason: String(cString: strerror(errno))) }
  }

  let path: String
  private let outcome = Mailbox<SaveOutcome>()
  private let queue: SerialQueue

  /// - Parameter path: made when the first file is.
  init(path: String) {
    self.path = path
    queue = SerialQueue(path)
  }

  /// Makes a file soon: `NAME.KIND`, or `NAME-2.KIND` where that is taken.
  /// - Parameters:
  ///   - wake: called on any thread when there is an outcome to take.
  ///   - write: writes the file under the name that it is given.
  func add(
    _ name: String, _ kind: String, wake: @escaping @Sendable () -> Void,
    write: @escaping @Sendable (String) throws(Failure) -> Void
  ) {
    queue.add { [self] in
      do throws(Failure) {
        outcome.post(.saved(try file(name, kind, write)))
      } catch {
        outcome.post(.failed(folder: path, reason: error.reason))
      }
      wake()
    }
  }

  /// How the last one fared; given once.
  func takeOutcome() -> SaveOutcome? { outcome.take() }

  /// Waits until all are written.
  func finish() { queue.finish() }

  private func file(
    _ name: String, _ kind: String, _ write: (String) throws(Failure) -> Void
  ) throws(Failure) -> String {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let draft = "\(path)/.\(name)-\(UUID().uuidString)"
    defer { unlink(draft) }
    try write(draft)
    try flush(draft)
    let file = try claim(name, kind)
    guard rename(draft, file) == 0 else {
      let failure = Failure()
      unlink(file)
      throw failure
    }
    return file
  }

  /// Has the disk hold all of a file before it gets its name.
  private func flush(_ file: String) throws(Failure) {
    let descriptor = open(file, O_RDONLY)
    guard descriptor >= 0 else { throw Failure() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure() }
  }

  /// Keeps the first free name with an empty file. A hard link to the draft would take the name and the content
  /// at once, but not every disk has them.
  private func claim(_ name: String, _ kind: String) throws(Failure) -> String {
    for number in 1... {
      let file = "\(path)/\(name)\(number == 1 ? "" : "-\(number)").\(kind)"
      let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY, 0o644)
      if descriptor >= 0 {
        close(descriptor)
        return file
      }
      if errno != EEXIST { throw Failure() }
    }
    preconditionFailure("numbers have no end")
  }
}
