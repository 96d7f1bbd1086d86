/// One token of Swift code. Comments and white space leave none.
struct Token: Equatable {
  enum Kind {
    /// A name or a keyword; backticks around it are dropped.
    case word
    case number
    /// A string's contents as written; each interpolation is `\(…)`, and its own tokens follow.
    case text
    /// A regular expression between slashes.
    case pattern
    /// One character of punctuation or of an operator.
    case symbol
  }
  var kind: Kind
  var text: String
  /// From 1; a text's is that of its first quote.
  var line: Int

  func isWord(_ text: String) -> Bool { kind == .word && self.text == text }
  func isSymbol(_ text: String) -> Bool { kind == .symbol && self.text == text }
}
