import Documents
import Foundation
import Surroundings
import Testing
import Words

/// A string literal of the program's code.
struct Literal: CustomStringConvertible {
  let text: String
  let file: String
  let line: Int
  var description: String { "\(file):\(line): \"\(text)\"" }

  /// The literals of one line of code, comments left out. What is interpolated is kept as `\(…)`.
  static func all(in code: String, file: String, line: Int) -> [Literal] {
    var literals: [Literal] = []
    var rest = Substring(code)
    while let character = rest.first {
      if rest.hasPrefix("//") { break }
      rest.removeFirst()
      guard character == "\"" else { continue }
      var text = ""
      var depth = 0
      while let next = rest.first, next != "\"" || depth > 0 {
        if rest.hasPrefix("\\(") {
          depth += 1
          text += "\\("
          rest.removeFirst(2)
        } else if depth > 0 {
          depth += next == "(" ? 1 : next == ")" ? -1 : 0
          if depth == 0 { text += "…)" }
          rest.removeFirst()
        } else {
          let length = next == "\\" ? min(2, rest.count) : 1
          text += rest.prefix(length)
          rest.removeFirst(length)
        }
      }
      rest = rest.dropFirst()
      literals.append(Literal(text: text, file: file, line: line))
    }
    return literals
  }

  static func all(inModules modules: [String]) throws -> [Literal] {
    try modules.flatMap { module in
      let folder = URL(fileURLWithPath: "\(Repository.root)/Sources/\(module)")
      let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
      return try paths.sorted().filter { $0.hasSuffix(".swift") }.flatMap { path in
        let code = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        var isInError = false
        return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
          // What is wrong with a file, and what only a programmer sees, may be in words.
          if $1.contains(/^[a-z ]*(enum|struct|extension) \w*Error\b/) { isInError = true }
          if $1 == "}" { isInError = false }
          let isForProgrammers = $1.contains(/precondition|fatalError|assert/)
          return isInError || isForProgrammers
            ? [] : all(in: String($1), file: "\(module)/\(path)", line: $0 + 1)
        }
      }
    }
  }
}

@Suite("Use of the catalogue")
struct CatalogueUseTests {
  let words = try! Catalogue(Document.read(path: Repository.root + "/Assets/Strings/en.yaml"))

  /// Whether a literal is meant as a key: dotted words under one of the catalogue's top names.
  func isKey(_ text: String) -> Bool {
    let parts = text.components(separatedBy: "\\(…)").joined(separator: "x").split(
      separator: ".", omittingEmptySubsequences: false)
    let tops = Set(words.entries.keys.map { $0.prefix { $0 != "." } })
    return parts.count > 1 && tops.contains(parts[0])
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      }
  }

  /// Whether the catalogue has the key, or for a key made at run time one that begins like it.
  func isThere(_ text: String) -> Bool {
    guard let fixed = text.range(of: "\\(…)").map({ String(text[..<$0.lowerBound]) }) else {
      return words.contains(text)
    }
    return words.entries.keys.contains { $0.hasPrefix(fixed) }
  }

  @Test("Every key that the code asks for is in the catalogue")
  func keys() throws {
    let used = try Literal.all(inModules: ["Stage", "Lab", "Captures", "Comparison", "compaction-lab"]).filter
    { isKey($0.text) }
    let missing = used.filter { !isThere($0.text) }
    #expect(missing.isEmpty, "not in Assets/Strings/en.yaml: \(missing)")
  }

  @Test("No words that a person would read stand in the code of the screen")
  func literals() throws {
    let wordy = try Literal.all(inModules: ["Stage", "Lab"]).filter { literal in
      let plain = literal.text.replacingOccurrences(of: "\\(…)", with: "")
      let words = plain.split(whereSeparator: { !$0.isLetter }).filter { $0.count > 1 }
      return plain.contains(" ") && words.count > 1
    }
    #expect(wordy.isEmpty, "move to Assets/Strings/en.yaml: \(wordy)")
  }

  @Test("Literals are found with what they interpolate, comments are not")
  func scanner() {
    let literals = Literal.all(in: #"f("a \(x["b"]) c", "d\"e") // "no""#, file: "f", line: 1)
    #expect(literals.map(\.text) == [#"a \(…) c"#, #"d\"e"#])
  }
}
