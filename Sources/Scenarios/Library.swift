import Documents
import Foundation
import Simulation

/// The boards, recipes and scenarios that come with the program.
public struct Library: Sendable {
  /// The folder that holds `Assets` and `Lessons`; `ContentLocator` finds it.
  public let root: String

  public init(root: String) { self.root = root }

  /// The names of the boards, the one with the least memory first.
  public var boardNames: [String] { names(in: "Assets/Boards") }
  public var scenarioNames: [String] { names(in: "Lessons/Scenarios") }

  /// A board by its name (`rock-5b-plus-8g`) or the path of a file.
  public func board(named name: String) throws(DocumentError) -> Board {
    try board(Document.read(path: path(of: name, in: "Assets/Boards", what: "board")))
  }

  private func board(_ document: DocumentNode) throws(DocumentError) -> Board {
    try Board(document) { node throws(DocumentError) in try recipe(node) }
  }

  /// A scenario by its name (`two-scanners`) or the path of a file.
  public func scenario(named name: String) throws(DocumentError) -> Scenario {
    try Scenario(Document.read(path: path(of: name, in: "Lessons/Scenarios", what: "scenario")))
  }

  /// A scenario or a board by its name or the path of a file, which is a board’s if it says so.
  public func source(named name: String) throws(DocumentError) -> any MemorySource {
    if boardNames.contains(name) { return try board(named: name) }
    if scenarioNames.contains(name) { return try scenario(named: name) }
    if Self.isPath(name) {
      let document = try Document.read(path: name)
      return Board.isDescribed(by: document) ? try board(document) : try Scenario(document)
    }
    throw DocumentError(
      file: root, line: 1, column: 1, problem: "there is no scenario and no board `\(name)`",
      remedy: Self.advice(name, scenarioNames + boardNames))
  }

  private static func isPath(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".yaml") }

  private func recipe(_ node: DocumentNode) throws(DocumentError) -> Recipe {
    let name = try node.string()
    let known = names(in: "Assets/Recipes")
    guard known.contains(name) else {
      throw node.error("there is no recipe `\(name)`", Self.advice(name, known))
    }
    return try Recipe(Document.read(path: "\(root)/Assets/Recipes/\(name).yaml"))
  }

  private func path(of name: String, in folder: String, what: String) throws(DocumentError) -> String {
    if Self.isPath(name) { return name }
    let path = "\(root)/\(folder)/\(name).yaml"
    guard FileManager.default.fileExists(atPath: path) else {
      throw DocumentError(
        file: path, line: 1, column: 1, problem: "there is no \(what) `\(name)`",
        remedy: Self.advice(name, names(in: folder)))
    }
    return path
  }

  private func names(in folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      .sorted { $0.compare($1, options: .numeric) == .orderedAscending }
  }

  private static func advice(_ name: String, _ known: [String]) -> String {
    if let nearest = Spelling.nearest(to: name, among: known) { return "did you mean `\(nearest)`?" }
    return known.isEmpty ? "give the path of a file" : "name one of \(known.joined(separator: ", "))"
  }
}
