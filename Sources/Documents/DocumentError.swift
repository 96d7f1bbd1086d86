/// What is wrong in a file that a person wrote, and what would be right.
public struct DocumentError: Error, Equatable, Sendable {
  /// As it was given to the reader: shown, not opened.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  public let problem: String
  public let remedy: String

  public init(file: String, line: Int, column: Int, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.remedy = remedy
  }
}

extension DocumentError: CustomStringConvertible {
  /// One line: `file:line:column: problem; remedy`.
  public var description: String { "\(file):\(line):\(column): \(problem); \(remedy)" }
}
