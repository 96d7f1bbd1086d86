import Documents
import Foundation
import Surroundings
import Testing
import Words

@Suite("Use of the catalogue")
struct CatalogueUseTests {
  private let words: Catalogue
  /// What the keys begin with, before their first dot.
  private let tops: Set<Substring>

  init() throws {
    words = try Catalogue(Document.read(path: Repository.root + "/Assets/Strings/en.yaml"))
    tops = Set(words.entries.keys.map { $0.prefix { $0 != "." } })
  }

  private typealias Literal = (text: String, place: String)

  private func literals(
    in files: [SourceFile], _ texts: (SourceFile) -> [Token] = { $0.tokens.filter { $0.kind == .text } }
  ) -> [Literal] {
    files.flatMap { file in
      texts(file).map { ($0.text, "\(file.path):\($0.line): “\($0.text)”") }
    }
  }

  /// Whether a literal is meant as a key: dotted words under one of the catalogue's top names.
  private func isKey(_ text: String) -> Bool {
    let parts = text.replacingOccurrences(of: "\\(…)", with: "x").split(
      separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && tops.contains(parts[0])
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      }
  }

  /// Whether the catalogue has the key, or for a key made at run time one that begins like it.
  private func isThere(_ text: String) -> Bool {
    guard let fixed = text.range(of: "\\(…)").map({ String(text[..<$0.lowerBound]) }) else {
      return words.contains(text)
    }
    return words.entries.keys.contains { $0.hasPrefix(fixed) }
  }

  @Test("Every key that the code asks for is in the catalogue")
  func keys() {
    let used = literals(in: SourceFile.sources).filter { isKey($0.text) }
    #expect(used.count > 300)
    let missing = used.filter { !isThere($0.text) }.map(\.place)
    #expect(missing.isEmpty, "not in Assets/Strings/en.yaml: \(missing)")
  }

  @Test("Not even two words that a person would read stand in the code of the screen")
  func pairs() {
    let screen = SourceFile.sources.filter { ["Stage", "Lab"].contains($0.module) }
    let wordy = literals(in: screen, \.textsForPersons).filter {
      let plain = $0.text.replacingOccurrences(of: "\\(…)", with: "")
      let words = plain.split(whereSeparator: { !$0.isLetter }).filter { $0.count > 1 }
      return plain.contains(" ") && words.count > 1
    }.map(\.place)
    #expect(wordy.isEmpty, "move to Assets/Strings/en.yaml: \(wordy)")
  }
}
