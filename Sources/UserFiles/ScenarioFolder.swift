import Foundation

/// The person's own scenarios, a file each.
public final class ScenarioFolder: Sendable {
  private let folder: NewFileFolder

  public var path: String { folder.path }

  /// - Parameter folder: the program's own below the person's data; `scenarios` in it is made when the first
  ///   one is saved.
  public init(folder: String) { self.folder = NewFileFolder(path: folder + "/scenarios") }

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

  /// Saves a scenario soon, and says so only if it can be read again.
  /// - Parameters:
  ///   - title: the file is named after it.
  ///   - wake: called on any thread when there is an outcome to take.
  ///   - check: reads the file, and says what is wrong with it; nil if nothing is.
  public func save(
    _ title: String, wake: @escaping @Sendable () -> Void, text: @escaping @Sendable () -> String,
    check: @escaping @Sendable (_ file: String) -> String?
  ) {
    folder.add(Self.fileName(title), "yaml", wake: wake) { (file: String) throws(FileDraft.Failure) in
      try FileDraft.write(text(), file)
      if let reason = check(file) { throw FileDraft.Failure(reason: reason) }
    }
  }

  /// How the last one fared; given once.
  public func takeOutcome() -> SaveOutcome? { folder.takeOutcome() }

  /// Waits until all are saved.
  public func finish() { folder.finish() }

  /// The title in letters, digits and hyphens.
  static func fileName(_ title: String) -> String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    var name = ""
    for word in words where name.utf8.count + word.utf8.count < 100 {
      name += (name.isEmpty ? "" : "-") + word
    }
    return name.isEmpty ? "scenario" : name
  }
}
