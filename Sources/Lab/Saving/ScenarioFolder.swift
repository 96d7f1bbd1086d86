import Foundation
import KernelInterface

/// The person's own scenarios, a file each. Each is written behind the window, whole or not at all, and
/// under a name that no file had before.
public final class ScenarioFolder: Sendable {
  public enum Outcome: Equatable, Sendable {
    /// The path of the file.
    case saved(String)
    /// The system's reason.
    case failed(String)
  }

  public let path: String
  private let outcome = Mailbox<Outcome>()
  private let queue = DispatchQueue(label: "scenarios")

  /// - Parameter folder: the program's own below the person's data; `scenarios` in it is made when the first
  ///   one is saved.
  public init(folder: String) { path = folder + "/scenarios" }

  /// The paths of the scenarios, the latest first.
  public var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    func date(_ name: String) -> Date {
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      return attributes?[.modificationDate] as? Date ?? .distantPast
    }
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { (name: $0, date: date($0)) }
      .sorted { ($1.date, $0.name) < ($0.date, $1.name) }.map { "\(path)/\($0.name)" }
  }

  /// Saves a scenario soon.
  /// - Parameters:
  ///   - title: the file is named after it.
  ///   - wake: called on any thread when there is an outcome to take.
  func save(
    _ title: String, wake: @escaping @Sendable () -> Void, text: @escaping @Sendable () -> String
  ) {
    queue.async { [self] in
      do throws(SystemError) {
        outcome.post(.saved(try write(text(), named: Self.fileName(title))))
      } catch {
        outcome.post(.failed(error.reason))
      }
      wake()
    }
  }

  /// How the last one fared; given once.
  func takeOutcome() -> Outcome? { outcome.take() }

  /// Waits until all are saved.
  public func finish() { queue.sync {} }

  // MARK: Files

  /// What a call of the system said.
  private struct SystemError: Error {
    var reason = String(cString: strerror(errno))
  }

  /// The title in letters, digits and hyphens.
  static func fileName(_ title: String) -> String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    var name = ""
    for word in words where name.utf8.count + word.utf8.count < 100 {
      name += (name.isEmpty ? "" : "-") + word
    }
    return name.isEmpty ? "scenario" : name
  }

  /// Writes a new file under a name of its own and gives it, once complete, the first name that is free.
  private func write(_ text: String, named name: String) throws(SystemError) -> String {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let draft = "\(path)/.\(name)-\(UUID().uuidString)"
    defer { unlink(draft) }
    try fill(draft, with: Array(text.utf8))
    for number in 1... {
      let file = "\(path)/\(name)\(number == 1 ? "" : "-\(number)").yaml"
      if link(draft, file) == 0 { return file }
      if errno != EEXIST { throw SystemError() }
    }
    preconditionFailure("numbers have no end")
  }

  private func fill(_ file: String, with bytes: [UInt8]) throws(SystemError) {
    let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY, 0o644)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress! + written, $0.count - written)
      }
      guard count > 0 else { throw SystemError() }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw SystemError() }
  }
}
