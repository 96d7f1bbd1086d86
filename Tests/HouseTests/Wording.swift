/// Sentences in the code: what a person reads belongs into the catalogue.
extension SourceFile {
  /// Texts with so many words of small letters in a row read as English; fewer may be a format's key.
  static let wordsOfSentence = 3

  var sentences: [Finding] {
    let errors = Set(declarations.filter { $0.inherited.contains("Error") }.map(\.name))
    return tokens.indices.compactMap { place in
      let token = tokens[place]
      guard token.kind == .text, Self.isSentence(token.text), !isOfError(place, errors),
        !isForProgrammer(place), !isHelp(place), !isTried(place)
      else { return nil }
      return Finding(
        subject: name,
        message: """
          \(path):\(token.line): “\(token.text.prefix(60))” is read by a person; move it to \
          Assets/Strings/en.yaml, or throw it with an error
          """)
    }
  }

  /// Texts but those of errors, and those that only a programmer sees.
  var textsForPersons: [Token] {
    let errors = Set(declarations.filter { $0.inherited.contains("Error") }.map(\.name))
    return tokens.indices.filter {
      tokens[$0].kind == .text && !isOfError($0, errors) && !isForProgrammer($0)
    }.map { tokens[$0] }
  }

  static func isSentence(_ text: String) -> Bool {
    var row = 0
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let letters = word.drop { "“\"(".contains($0) }.reversed().drop { ".,:;)”\"?!".contains($0) }
      let isWord = !letters.isEmpty && letters.allSatisfy { $0.isLowercase || $0 == "'" || $0 == "’" }
      row = isWord ? row + 1 : 0
      if row == wordsOfSentence { return true }
      // A key, and what stands for it.
      if word.hasSuffix(":") { row = 0 }
    }
    return false
  }

  /// Inside of an error's type, or of a function that throws or makes one: what is wrong with a file is
  /// said where it is found. A warning is none of these.
  private func isOfError(_ place: Int, _ errors: Set<String>) -> Bool {
    if call(around: place)?.hasSuffix("Warning") == true { return false }
    func isError(_ name: String) -> Bool {
      name.hasSuffix("Error") || name.hasSuffix("Failure") || errors.contains(name)
    }
    return declarations.contains { one in
      guard one.tokens.contains(place) else { return false }
      if one.kind.isType || one.kind == .extension { return isError(one.name) }
      let signature = tokens[one.tokens.lowerBound..<(one.body ?? one.tokens.upperBound)]
      return signature.contains { $0.isWord("throws") || $0.kind == .word && isError($0.text) }
    }
  }

  /// Given to a function that throws, which says what it expected.
  private func isTried(_ place: Int) -> Bool {
    tokens[..<place].reversed().prefix { $0.line == tokens[place].line }.contains { $0.isWord("try") }
  }

  /// What only a programmer sees.
  private func isForProgrammer(_ place: Int) -> Bool {
    let calls: Set = ["precondition", "preconditionFailure", "fatalError", "assert", "assertionFailure"]
    return call(around: place).map(calls.contains) ?? false
  }

  /// The command line's own help and its errors.
  private func isHelp(_ place: Int) -> Bool {
    if let call = call(around: place), call == "ArgumentHelp" || call == "ValidationError" { return true }
    guard place > 1, tokens[place - 1].isSymbol(":") else { return false }
    return ["help", "abstract", "discussion"].contains(tokens[place - 2].text)
  }

  /// The function in whose parentheses a token stands.
  private func call(around place: Int) -> String? {
    var depth = 0
    for before in tokens[..<place].indices.reversed() {
      switch tokens[before].text {
      case ")" where tokens[before].kind == .symbol: depth += 1
      case "(" where tokens[before].kind == .symbol:
        if depth == 0 { return before > 0 ? tokens[before - 1].text : nil }
        depth -= 1
      case "{" where tokens[before].kind == .symbol, "}" where tokens[before].kind == .symbol: return nil
      default: break
      }
    }
    return nil
  }
}
