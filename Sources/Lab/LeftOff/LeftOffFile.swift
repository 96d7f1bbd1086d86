import Documents
import Foundation
import Synchronization

/// The file that keeps where a person left off. It is written behind the window, soon after each change,
/// so that a crash loses next to nothing.
public final class LeftOffFile: Sendable {
  /// What the file said, or why it said nothing.
  public enum Content: Equatable, Sendable {
    case none
    case left(LeftOff)
    /// It could not be read, and is kept under another name.
    case damaged(String, movedTo: String?)
  }

  public let path: String
  /// What is to be written; nil when the file has it.
  private let latest = Mutex<LeftOff?>(nil)
  private let failure = Mutex(Failure())
  private let queue = DispatchQueue(label: "left-off")
  private let delay: DispatchTimeInterval

  private struct Failure {
    var text: String?
    /// The last time it was written, that failed.
    var isKnown = false
  }

  /// - Parameter delay: how long changes are gathered before they are written.
  public init(folder: String, delay: DispatchTimeInterval = .milliseconds(300)) {
    path = folder + "/left-off.yaml"
    self.delay = delay
  }

  /// Reads the file; a damaged one is set aside.
  public func load() -> Content {
    guard FileManager.default.fileExists(atPath: path) else { return .none }
    do throws(DocumentError) {
      return .left(try LeftOff(Document.read(path: path)))
    } catch {
      let aside = path + ".damaged"
      try? FileManager.default.removeItem(atPath: aside)
      let isMoved = (try? FileManager.default.moveItem(atPath: path, toPath: aside)) != nil
      return .damaged("\(error)", movedTo: isMoved ? aside : nil)
    }
  }

  /// Has it written soon.
  public func save(_ left: LeftOff) {
    let isUnderWay = latest.withLock { latest in
      defer { latest = left }
      return latest != nil
    }
    if !isUnderWay { queue.asyncAfter(deadline: .now() + delay) { self.write() } }
  }

  /// Waits until everything is written.
  public func finish() { queue.sync { write() } }

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
    do throws(DocumentError) {
      try Document.write(taken.text, path: path)
      failure.withLock { $0.isKnown = false }
    } catch {
      failure.withLock { if !$0.isKnown { $0 = Failure(text: "\(error)", isKnown: true) } }
    }
  }
}
