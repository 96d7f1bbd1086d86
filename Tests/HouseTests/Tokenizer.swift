/// Cuts Swift code into tokens: enough of the language's grammar to know what is a comment, a string and a name.
struct Tokenizer {
  static func tokens(in code: String) -> [Token] {
    var tokenizer = Tokenizer(scalars: Array(code.unicodeScalars))
    tokenizer.readCode(inParentheses: false)
    return tokenizer.tokens
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var tokens: [Token] = []

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The scalar so many places ahead, zero past the end.
  private func scalar(_ ahead: Int = 0) -> Unicode.Scalar {
    position + ahead < scalars.count ? scalars[position + ahead] : "\0"
  }

  /// Reads to the end, or over the parenthesis that closes an interpolation.
  private mutating func readCode(inParentheses: Bool) {
    var depth = 0
    while position < scalars.count {
      let next = scalar()
      switch next {
      case _ where next.isSpace: skip()
      case "/" where scalar(1) == "/": skipLine()
      case "/" where scalar(1) == "*": skipBlockComment()
      case "\"": readText(hashes: 0)
      case "#" where hashesBeforeQuote > 0: readText(hashes: hashesBeforeQuote)
      case "/" where beginsPattern: readPattern()
      case "`":
        position += 1
        readWord()
        position += 1
      case _ where next.isDigit: readNumber()
      case _ where next.isInWord: readWord()
      default:
        if inParentheses {
          if next == "(" { depth += 1 }
          if next == ")", depth == 0 {
            position += 1
            return
          }
          if next == ")" { depth -= 1 }
        }
        add(.symbol, length: 1)
      }
    }
  }

  private mutating func add(_ kind: Token.Kind, length: Int) {
    let text = String(String.UnicodeScalarView(scalars[position..<position + length]))
    tokens.append(Token(kind: kind, text: text, line: line))
    position += length
  }

  /// Goes over one scalar, which may end a line.
  private mutating func skip() {
    if scalar() == "\n" { line += 1 }
    position += 1
  }

  private mutating func skipLine() {
    while position < scalars.count, scalar() != "\n" { position += 1 }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if scalar() == "/", scalar(1) == "*" {
        depth += 1
        position += 2
      } else if scalar() == "*", scalar(1) == "/" {
        depth -= 1
        position += 2
      } else {
        skip()
      }
    } while depth > 0 && position < scalars.count
  }

  private mutating func readWord() {
    var length = 1
    while scalar(length).isInWord || scalar(length).isDigit { length += 1 }
    add(.word, length: length)
  }

  private mutating func readNumber() {
    var length = 1
    while scalar(length).isInWord || scalar(length).isDigit
      || (scalar(length) == "." && scalar(length + 1).isDigit)
    {
      length += 1
    }
    add(.number, length: length)
  }

  /// How many `#` stand here before a quote; 0 if something else follows them.
  private var hashesBeforeQuote: Int {
    var count = 0
    while scalar(count) == "#" { count += 1 }
    return scalar(count) == "\"" ? count : 0
  }

  private mutating func readText(hashes: Int) {
    position += hashes
    let isLong = scalar(1) == "\"" && scalar(2) == "\""
    let quotes = isLong ? 3 : 1
    position += quotes
    let place = tokens.count
    tokens.append(Token(kind: .text, text: "", line: line))
    var text = String.UnicodeScalarView()
    while position < scalars.count, isLong || scalar() != "\n" {
      if (0..<quotes).allSatisfy({ scalar($0) == "\"" }), areHashes(hashes, after: quotes) {
        position += quotes + hashes
        break
      }
      if scalar() == "\\", areHashes(hashes, after: 1) {
        position += 1 + hashes
        if scalar() == "(" {
          position += 1
          text.append(contentsOf: "\\(…)".unicodeScalars)
          readCode(inParentheses: true)
          continue
        }
        text.append("\\")
      }
      text.append(scalar())
      skip()
    }
    tokens[place].text = String(text)
  }

  private func areHashes(_ count: Int, after start: Int) -> Bool {
    (0..<count).allSatisfy { scalar(start + $0) == "#" }
  }

  /// A slash begins a pattern where no value stands before it that it could divide, and another slash ends it
  /// on the line.
  private var beginsPattern: Bool {
    guard !scalar(1).isSpace, patternLength != nil else { return false }
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .word: return ["return", "case", "in", "where", "if", "while"].contains(last.text)
    case .symbol: return ![")", "]", "}", ">", "?", "!"].contains(last.text)
    case .number, .text, .pattern: return false
    }
  }

  /// With both slashes.
  private var patternLength: Int? {
    var length = 1
    while position + length < scalars.count, scalar(length) != "\n" {
      if scalar(length) == "/" { return length + 1 }
      length += scalar(length) == "\\" ? 2 : 1
    }
    return nil
  }

  private mutating func readPattern() {
    add(.pattern, length: patternLength ?? 1)
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }
  fileprivate var isDigit: Bool { self >= "0" && self <= "9" }
  /// A letter, or anything outside of ASCII.
  fileprivate var isInWord: Bool {
    self >= "a" && self <= "z" || self >= "A" && self <= "Z" || self == "_" || self == "$" || value >= 0x80
  }
}
