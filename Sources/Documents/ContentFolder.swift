import Foundation

/// The folder that holds the program's content: `Assets` and `Lessons`. What lies on its shelves is read by the
/// modules that know it.
public struct ContentFolder: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// The names of the YAML files on a shelf, such as `Assets/Boards`; numbers in them count as numbers.
  public func names(on shelf: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(shelf)")) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      .sorted { $0.compare($1, options: .numeric) == .orderedAscending }
  }

  /// A file on a shelf by its name, or any other by its path.
  /// - Parameters:
  ///   - what: what it is, for the error if there is none.
  ///   - most: bytes that it may have.
  public func document(
    named name: String, on shelf: String, what: String, most: Int = Document.mostBytes
  ) throws(DocumentError) -> DocumentNode {
    if Self.isPath(name) { return try Document.read(path: name, most: most) }
    let file = "\(path)/\(shelf)/\(name).yaml"
    guard FileManager.default.fileExists(atPath: file) else {
      throw DocumentError(
        file: file, line: 1, column: 1, problem: "there is no \(what) `\(name)`",
        remedy: Self.advice(name, among: names(on: shelf)))
    }
    return try Document.read(path: file, most: most)
  }

  /// Whether somebody who names a file means one by its path.
  public static func isPath(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".yaml") }

  /// What to write in place of a name that is none.
  public static func advice(_ name: String, among known: [String]) -> String {
    if let nearest = Spelling.nearest(to: name, among: known) { return "did you mean `\(nearest)`?" }
    return known.isEmpty ? "give the path of a file" : "name one of \(known.joined(separator: ", "))"
  }
}
