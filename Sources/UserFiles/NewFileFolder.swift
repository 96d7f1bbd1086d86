import Background
import Foundation

/// A folder that gets new files. Each is written behind the window, since that may take a moment; it has its
/// name only when it is whole, and no name is ever taken from another file.
final class NewFileFolder: Sendable {
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
    write: @escaping @Sendable (String) throws(FileDraft.Failure) -> Void
  ) {
    queue.add { [self] in
      do throws(FileDraft.Failure) {
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
    _ name: String, _ kind: String, _ write: (String) throws(FileDraft.Failure) -> Void
  ) throws(FileDraft.Failure) -> String {
    let draft = try FileDraft(in: path)
    try write(draft.path)
    for number in 1... {
      let file = "\(path)/\(name)\(number == 1 ? "" : "-\(number)").\(kind)"
      if try draft.finish(asNew: file) { return file }
    }
    preconditionFailure("numbers have no end")
  }
}
