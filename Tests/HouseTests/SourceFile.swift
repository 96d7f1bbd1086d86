import Surroundings

/// One Swift file of the repository, read once for all checks.
struct SourceFile {
  /// From the repository's root, as in `Sources/Lab/State/LabState.swift`.
  var path: String
  var lines: Int
  var tokens: [Token]
  var declarations: [Declaration]
  var scopes: [[String]]
  var scopeOfToken: [Int]

  init(path: String, code: String) {
    self.path = path
    lines =
      code.split(separator: "\n", omittingEmptySubsequences: false).count - (code.hasSuffix("\n") ? 1 : 0)
    tokens = Tokenizer.tokens(in: code)
    let reader = DeclarationReader(tokens)
    declarations = reader.declarations
    scopes = reader.scopes
    scopeOfToken = reader.scopeOfToken
  }

  var name: String { String(path.split(separator: "/").last ?? "") }
  /// The folder under `Sources` or `Tests`.
  var module: String { String(path.split(separator: "/").dropFirst().first ?? "") }
  /// The folder inside of the module; nil for a file that lies beside the folders.
  var folder: String? {
    let parts = path.split(separator: "/")
    return parts.count > 3 ? String(parts[2]) : nil
  }

  static let sources = all(under: "Sources")
  static let tests = all(under: "Tests")

  private static func all(under folder: String) -> [SourceFile] {
    Repository.files(under: folder).filter { $0.hasSuffix(".swift") }.map { path in
      SourceFile(path: path, code: (try? Repository.text(of: path)) ?? "")
    }
  }

  /// The modules it imports, whatever stands before and behind `import`.
  var imports: [String] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return tokens.indices.dropLast().compactMap { place in
      guard tokens[place].isWord("import"), place == 0 || !tokens[place - 1].isSymbol(".") else { return nil }
      let next = tokens[place + 1]
      return kinds.contains(next.text) && place + 2 < tokens.count ? tokens[place + 2].text : next.text
    }
  }

  /// The declarations that others can name.
  var topLevel: [Declaration] { declarations.filter { $0.isTopLevel && $0.kind != .extension } }
}
