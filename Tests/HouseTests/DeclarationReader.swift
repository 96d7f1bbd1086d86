/// Finds the declarations in a file's tokens by its braces: what opens one, and within which type it stands.
struct DeclarationReader {
  private(set) var declarations: [Declaration] = []
  /// The types around each token, from the outside in: an index into `scopes`.
  private(set) var scopeOfToken: [Int] = []
  private(set) var scopes: [[String]] = [[]]

  private let tokens: [Token]
  private var braces: [Brace] = []
  /// Parentheses and square brackets open since the innermost brace.
  private var depth = 0
  /// The declaration whose brace may come, and at which depth.
  private var awaited: (declaration: Int, depth: Int)?
  /// A comma at this depth is followed by another name of the same kind.
  private var list: (kind: Declaration.Kind, depth: Int)?

  private struct Brace {
    var declaration: Int?
    /// What stands inside it, and at which depth it was opened.
    var isLocal: Bool
    var isEnum: Bool
    var scope: Int
    var depth: Int
  }

  init(_ tokens: [Token]) {
    self.tokens = tokens
    for place in tokens.indices {
      scopeOfToken.append(scope)
      read(place)
    }
  }

  private var scope: Int { braces.last?.scope ?? 0 }
  private var isLocal: Bool { braces.last?.isLocal ?? false }

  private func token(_ place: Int) -> Token? { tokens.indices.contains(place) ? tokens[place] : nil }

  private mutating func read(_ place: Int) {
    let token = tokens[place]
    switch token.kind {
    case .symbol: readSymbol(token, at: place)
    case .word where self.token(place - 1)?.isSymbol(".") != true: readWord(token, at: place)
    default: break
    }
  }

  private mutating func readSymbol(_ token: Token, at place: Int) {
    switch token.text {
    case "{": open(at: place)
    case "}": close(at: place)
    case "(", "[": depth += 1
    case ")", "]": depth -= 1
    case ",":
      guard let list, list.depth == depth, let next = self.token(place + 1), next.kind == .word else {
        return
      }
      if list.kind != .case, ![":", "=", ","].contains(self.token(place + 2)?.text) { return }
      declare(list.kind, name: next.text, at: place + 1)
    default: break
    }
  }

  private mutating func open(at place: Int) {
    var brace = Brace(isLocal: true, isEnum: false, scope: scope, depth: depth)
    if let awaited, awaited.depth == depth {
      let declaration = declarations[awaited.declaration]
      brace.declaration = awaited.declaration
      declarations[awaited.declaration].body = place
      if declaration.kind.isType || declaration.kind == .extension {
        brace.isLocal = declaration.isLocal
        brace.isEnum = declaration.kind == .enum
        scopes.append(declaration.scope + declaration.name.split(separator: ".").map(String.init))
        brace.scope = scopes.count - 1
      }
      self.awaited = nil
    }
    braces.append(brace)
    depth = 0
    list = nil
  }

  private mutating func close(at place: Int) {
    guard let brace = braces.popLast() else { return }
    if let declaration = brace.declaration {
      declarations[declaration].lastLine = tokens[place].line
      declarations[declaration].tokens = declarations[declaration].tokens.lowerBound..<place + 1
    }
    depth = brace.depth
    awaited = nil
    list = nil
  }

  private mutating func declare(_ kind: Declaration.Kind, name: String, at place: Int, from: Int? = nil) {
    let from = from ?? place
    declarations.append(
      Declaration(
        kind: kind, name: name, scope: scopes[scope], isLocal: isLocal, modifiers: modifiers(before: from),
        line: tokens[from].line, lastLine: tokens[place].line, tokens: from..<place + 1))
  }

  /// The modifiers and attributes in front of a keyword.
  private func modifiers(before place: Int) -> Set<String> {
    var found: Set<String> = []
    var place = place - 1
    while let token = token(place) {
      let isAttribute = self.token(place - 1)?.isSymbol("@") == true
      if token.kind == .word, isAttribute || Self.modifiers.contains(token.text) {
        found.insert(token.text)
      } else if !token.isSymbol("@"), !token.isSymbol("("), !token.isSymbol(")"), !token.isWord("set") {
        break
      }
      place -= 1
    }
    return found
  }

  private static let modifiers: Set = [
    "public", "package", "internal", "fileprivate", "private", "static", "class", "final", "override",
    "mutating",
    "nonisolated", "indirect", "lazy", "weak", "unowned", "required", "convenience", "consuming", "borrowing",
  ]

  private mutating func readWord(_ token: Token, at place: Int) {
    guard let kind = Declaration.Kind(rawValue: token.text), let next = self.token(place + 1) else { return }
    switch kind {
    case .class where next.kind != .word || Declaration.Kind(rawValue: next.text) != nil: break
    case .actor where next.kind != .word || ![":", "{", "<"].contains(self.token(place + 2)?.text): break
    case .struct, .class, .enum, .protocol, .actor, .extension: readType(kind, at: place)
    case .typealias, .associatedtype: declareNext(kind, at: place)
    case .func:
      declareNext(kind, at: place)
      awaited = (declarations.count - 1, depth)
    case .`init`, .deinit, .subscript:
      guard !isLocal, !scopes[scope].isEmpty, depth == 0 else { break }
      declare(kind, name: token.text, at: place)
      awaited = (declarations.count - 1, depth)
      list = nil
    case .var, .let: readVariable(kind, at: place)
    case .case:
      guard braces.last?.isEnum == true, depth == 0 else { break }
      declareNext(kind, at: place)
      list = (kind, depth)
    }
  }

  /// Declares what the word after a keyword names.
  private mutating func declareNext(_ kind: Declaration.Kind, at place: Int) {
    guard tokens.indices.contains(place + 1) else { return }
    declare(kind, name: tokens[place + 1].text, at: place + 1, from: place)
    list = nil
  }

  private mutating func readType(_ kind: Declaration.Kind, at place: Int) {
    guard token(place + 1)?.kind == .word else { return }
    declareNext(kind, at: place)
    var end = place + 2
    while token(end)?.isSymbol(".") == true, let part = token(end + 1) {
      declarations[declarations.count - 1].name += "." + part.text
      end += 2
    }
    if token(end)?.isSymbol("<") == true {
      // What its parameters are asked for is not its own.
      var open = 0
      repeat {
        open += tokens[end].isSymbol("<") ? 1 : tokens[end].isSymbol(">") ? -1 : 0
        end += 1
      } while open > 0 && end < tokens.count
    }
    let header = tokens[end...].prefix { !$0.isSymbol("{") && !$0.isWord("where") }
    let colon = header.firstIndex { $0.isSymbol(":") } ?? header.endIndex
    declarations[declarations.count - 1].inherited = header[colon...].filter { $0.kind == .word }.map(\.text)
    awaited = (declarations.count - 1, depth)
  }

  private mutating func readVariable(_ kind: Declaration.Kind, at place: Int) {
    guard !isLocal, depth == 0, let next = token(place + 1) else { return }
    if next.kind == .word { declareNext(kind, at: place) }
    if next.isSymbol("(") {
      for part in tokens[(place + 2)...].indices.prefix(while: { !tokens[$0].isSymbol(")") })
      where tokens[part].kind == .word {
        declare(kind, name: tokens[part].text, at: part)
      }
    }
    awaited = next.kind == .word ? (declarations.count - 1, depth) : nil
    list = (kind, depth)
  }
}
