import Documents
import Simulation

/// The boards and scenarios that come with the program.
extension ContentFolder {
  private static let boards = "Assets/Boards"
  private static let recipes = "Assets/Recipes"
  private static let scenarios = "Lessons/Scenarios"

  /// The names of the boards, the one with the least memory first.
  public var boardNames: [String] { names(on: Self.boards) }
  /// The names of the recipes that age boards.
  public var recipeNames: [String] { names(on: Self.recipes) }
  public var scenarioNames: [String] { names(on: Self.scenarios) }

  /// A board by its name (`rock-5b-plus-8g`) or the path of a file.
  /// - Parameter recipe: the name of the recipe that ages it, or the path of a file; nil for the board's own.
  public func board(named name: String, agedBy recipe: String? = nil) throws(DocumentError) -> Board {
    let board = try board(document(named: name, on: Self.boards, what: "board"))
    return if let recipe { board.aged(by: try self.recipe(named: recipe)) } else { board }
  }

  /// A recipe by its name (`desktop-two-days`) or the path of a file.
  public func recipe(named name: String) throws(DocumentError) -> Recipe {
    try Recipe(document(named: name, on: Self.recipes, what: "recipe"))
  }

  /// A scenario by its name (`two-scanners`) or the path of a file.
  public func scenario(named name: String) throws(DocumentError) -> Scenario {
    try Scenario(
      document(named: name, on: Self.scenarios, what: "scenario", most: Document.mostScenarioBytes))
  }

  /// A scenario or a board by its name or the path of a file, which says itself what it is: only a board has
  /// memory banks.
  public func source(named name: String) throws(DocumentError) -> any RunSource {
    if boardNames.contains(name) { return try board(named: name) }
    if scenarioNames.contains(name) { return try scenario(named: name) }
    guard Self.isPath(name) else {
      throw DocumentError(
        file: path, line: 1, column: 1, problem: "there is no scenario and no board `\(name)`",
        remedy: Self.advice(name, among: scenarioNames + boardNames))
    }
    let document = try Document.read(path: name, most: Document.mostScenarioBytes)
    let isBoard = try document.openMapping()["banks"] != nil
    return isBoard ? try board(document) : try Scenario(document)
  }

  private func board(_ document: DocumentNode) throws(DocumentError) -> Board {
    try Board(document) { node throws(DocumentError) in try recipe(node) }
  }

  private func recipe(_ node: DocumentNode) throws(DocumentError) -> Recipe {
    let name = try node.string()
    let known = names(on: Self.recipes)
    guard known.contains(name) else {
      throw node.error("there is no recipe `\(name)`", Self.advice(name, among: known))
    }
    return try recipe(named: name)
  }
}
