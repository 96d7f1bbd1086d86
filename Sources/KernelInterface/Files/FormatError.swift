/// A text or binary file that is not what the kernel (or the recorder) writes.
///
/// Its description is one line, `file:line: what is wrong`, fit for stderr.
public struct FormatError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named to the reader.
  public let file: String
  /// The line from 1, or nil where the whole file is meant.
  public let line: Int?
  /// What is wrong, and what would be right.
  public let problem: String

  public init(file: String, line: Int? = nil, problem: String) {
    self.file = file
    self.line = line
    // What is quoted of a file may steer a terminal.
    self.problem = String(
      problem.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : Character($0) })
  }

  public var description: String {
    guard let line else { return "\(file): \(problem)" }
    return "\(file):\(line): \(problem)"
  }
}
