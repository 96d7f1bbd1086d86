import Background
import Documents
import Foundation
import Synchronization

/// What a file can keep from one start of the program to the next.
public protocol KeptValue: Equatable, Sendable {
  /// Reads what `text` wrote. Throws a `DocumentError` for anything else.
  init(_ document: DocumentNode) throws(DocumentError)
  /// As a file.
  var text: String { get }
}

/// A file that keeps a value. It is written behind the window, soon after each change, so that a crash
/// loses next to nothing.
public final class KeptFile<Value: KeptValue>: Sendable {
  /// What the file said, or why it said nothing.
  public enum Content: Equatable, Sendable {
    case none
    case kept(Value)
    /// It could not be read, and is kept under another name.
    case damaged(String, movedTo: String?)
  }

  public let path: String
  /// What is to be written; nil when the file has it.
  private let latest = Mutex<Value?>(nil)
  private let failure = Mutex(Failure())
  private let queue: SerialQueue
  private let delay: Duration

  private struct Failure {
    var text: String?
    /// The last time it was written, that failed.
    var isKnown = false
  }

  /// - Parameter delay: how long changes are gathered before they are written.
  public init(path: String, delay: Duration = .milliseconds(300)) {
    self.path = path
    self.delay = delay
    queue = SerialQueue(path)
  }

  /// Reads the file; a damaged one is set aside.
  public func load() -> Content {
    guard FileManager.default.fileExists(atPath: path) else { return .none }
    do throws(DocumentError) {
      return .kept(try Value(Document.read(path: path)))
    } catch {
      return .damaged("\(error)", movedTo: setAside())
    }
  }

  /// Moves the file to a name that no other has, however often this happens.
  /// - Returns: that name; nil if it could not be moved.
  private func setAside() -> String? {
    for number in 1...1000 {
      let aside = path + ".damaged" + (number == 1 ? "" : "-\(number)")
      if FileManager.default.fileExists(atPath: aside) { continue }
      return (try? FileManager.default.moveItem(atPath: path, toPath: aside)) == nil ? nil : aside
    }
    return nil
  }

  /// Has it written soon.
  public func save(_ value: Value) {
    let isUnderWay = latest.withLock { latest in
      defer { latest = value }
      return latest != nil
    }
    if !isUnderWay { queue.add(after: delay) { self.write() } }
  }

  /// Waits until everything is written.
  public func finish() { queue.finish { write() } }

  /// Why the file can't be written; given once.
  public func takeFailure() -> String? {
    failure.withLock { failure in
      defer { failure.text = nil }
      return failure.text
    }
  }

  private func write() {
    let taken = latest.withLock { latest in
      defer { latest = nil }
      return latest
    }
    guard let taken else { return }
    do throws(FileDraft.Failure) {
      try FileDraft.make(path, text: taken.text)
      failure.withLock { $0.isKnown = false }
    } catch {
      let text = "\(path): \(error.reason)".onOneLine
      failure.withLock { if !$0.isKnown { $0 = Failure(text: text, isKnown: true) } }
    }
  }
}
