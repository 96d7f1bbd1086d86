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
    self.file = file.onOneLine
    self.line = line
    self.column = column
    self.problem = problem.onOneLine
    self.remedy = remedy.onOneLine
  }
}

extension DocumentError: CustomStringConvertible {
  /// One line: `file:line:column: problem; remedy`.
  public var description: String { "\(file):\(line):\(column): \(problem); \(remedy)" }
}

extension String {
  /// With what would steer a terminal, or begin another line, as it is written in a program.
  public var onOneLine: String {
    guard unicodeScalars.contains(where: \.steers) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.steers {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether it is no part of a text but tells whoever shows it what to do.
  var steers: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    // Marks that turn the direction of what follows.
    case .format: (0x202a...0x202e).contains(value) || (0x2066...0x2069).contains(value)
    default: false
    }
  }
}
