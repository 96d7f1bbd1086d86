import Documents
import Foundation

/// The lessons that come with the program.
extension ContentFolder {
  /// The files of the lessons, in the order of their numbers.
  public var lessonPaths: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/Lessons")) ?? []
    return files.filter { $0.hasSuffix(".md") && $0.first?.isNumber == true }
      .sorted { $0.compare($1, options: .numeric) == .orderedAscending }.map { "\(path)/Lessons/\($0)" }
  }

  /// A lesson by its number (`4`), its name (`two-scanners-converge`) or the path of a file.
  public func lesson(named name: String) throws(DocumentError) -> Lesson {
    if Self.isLessonPath(name) { return try lesson(path: name) }
    let known = lessonPaths.map { path in
      let (number, id) = lessonName(ofFile: path)
      return (path: path, number: number, id: id)
    }
    guard let found = known.first(where: { $0.id == name || $0.number == Int(name) && $0.number != nil })
    else {
      let ids = known.map(\.id)
      throw DocumentError(
        file: path + "/Lessons", line: 1, column: 1, problem: "there is no lesson `\(name)`",
        remedy: Spelling.nearest(to: name, among: ids).map { "did you mean `\($0)`?" }
          ?? "name one of \(ids.joined(separator: ", "))")
    }
    return try lesson(path: found.path)
  }

  /// Whether somebody who names a lesson means its file by the path.
  public static func isLessonPath(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".md") }

  /// What a lesson is called by its file, whatever is in that: `04-two-scanners-converge.md`.
  public func lessonName(ofFile path: String) -> (number: Int?, id: String) {
    let parts = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      .split(separator: "-", maxSplits: 1)
    return (Int(parts[0]), String(parts[parts.count - 1]))
  }

  private func lesson(path: String) throws(DocumentError) -> Lesson {
    try Lesson(Document.text(path: path), file: path)
  }
}
