import Documents
import Foundation
import Stage

/// The file of the person's own keys.
public struct KeysFile: Sendable {
  public let path: String

  public init(folder: String) { path = folder + "/keys.yaml" }

  /// The key map with the person's own keys in it. With anything wrong in the file the keys are the usual
  /// ones; nothing is wrong where there is no file.
  public func load() -> (bindings: KeyBindings, errors: [DocumentError]) {
    guard FileManager.default.fileExists(atPath: path) else { return (KeyBindings(), []) }
    var reader = KeysReader()
    do throws(DocumentError) {
      try reader.read(Document.read(path: path))
    } catch {
      reader.errors.append(error)
    }
    return (reader.result, reader.errors)
  }
}

/// Reads a file of keys to its end, whatever is wrong in it.
private struct KeysReader {
  var bindings = KeyBindings()
  var errors: [DocumentError] = []
  private var lettersOff = false
  private var given: [Given] = []

  /// A key that the file gives to something, and where it says so.
  private struct Given {
    var place: KeyContext?
    var name: String
    var chord: KeyChord
    var node: DocumentNode

    func isMet(by binding: KeyBinding) -> Bool {
      binding.place == place && binding.name == name && binding.chord == chord
    }
  }

  var result: KeyBindings {
    var result = errors.isEmpty ? bindings : KeyBindings()
    result.lettersOff = lettersOff
    return result
  }

  mutating func read(_ document: DocumentNode) throws(DocumentError) {
    let places = ["letters", KeyBindings.everywhere] + KeyContext.allCases.map(\.rawValue)
    for (key, value, place) in try document.openMapping().entries {
      attempt { (reader) throws(DocumentError) in
        if key == "letters" {
          reader.lettersOff = try !value.boolean()
        } else if places.contains(key) {
          try reader.readPlace(value, KeyContext(rawValue: key))
        } else {
          throw .unknown(key, at: place, among: places)
        }
      }
    }
    findConflicts()
  }

  /// An error ends what it is in, not the reading.
  private mutating func attempt(_ read: (inout KeysReader) throws(DocumentError) -> Void) {
    do throws(DocumentError) { try read(&self) } catch { errors.append(error) }
  }

  private mutating func readPlace(_ node: DocumentNode, _ place: KeyContext?) throws(DocumentError) {
    for (name, value, key) in try node.openMapping().entries {
      attempt { (reader) throws(DocumentError) in
        guard reader.bindings.names(in: place).contains(name) else {
          throw .unknownAction(name, at: key, in: place, reader.bindings)
        }
        let before = reader.given.count
        for node in try value.values() {
          reader.attempt { (reader) throws(DocumentError) in
            let text = try node.string()
            guard let chord = KeyChord(text) else { throw .unknownKey(text, at: node) }
            reader.given.append(Given(place: place, name: name, chord: chord, node: node))
          }
        }
        reader.bindings.rebind(name, in: place, to: reader.given[before...].map(\.chord))
      }
    }
  }

  /// Two actions on one key, where both would work and neither place is the narrower one. A place may have
  /// a key of everywhere as its own only as it usually does.
  private mutating func findConflicts() {
    let usual = KeyBindings().bindings
    for (index, own) in given.enumerated() {
      let later = given[(index + 1)...]
      let other = bindings.bindings.first { other in
        other.chord == own.chord && !own.isMet(by: other)
          && (other.place == own.place || other.place == nil || own.place == nil)
          && !later.contains { $0.isMet(by: other) }
          && !(other.place != own.place && usual.contains(other) && usual.contains(where: own.isMet))
      }
      if let other { errors.append(.taken(own.chord, by: other, at: own.node)) }
    }
  }
}

extension DocumentError {
  fileprivate static func unknown(_ word: String, at place: DocumentNode, among known: [String]) -> Self {
    let all = known.joined(separator: ", ")
    let nearest = Spelling.nearest(to: word, among: known).map { "did you mean `\($0)`?" }
    return place.error("`\(word)` is not known here", nearest ?? "known are \(all)")
  }

  fileprivate static func unknownAction(
    _ name: String, at key: DocumentNode, in place: KeyContext?, _ bindings: KeyBindings
  ) -> Self {
    let here = KeyBindings.name(of: place)
    let problem = "`\(name)` is nothing that a key of `\(here)` can do"
    if let other = bindings.places.first(where: { bindings.names(in: $0).contains(name) }) {
      return key.error(problem, "write it below `\(KeyBindings.name(of: other)):`")
    }
    let known = bindings.names(in: place)
    let nearest = Spelling.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
    return key.error(problem, nearest ?? "it can do \(known.joined(separator: ", "))")
  }

  fileprivate static func unknownKey(_ text: String, at node: DocumentNode) -> Self {
    let names = Key.named.map(\.key)
    let last = text.split(separator: "+").last.map(String.init) ?? text
    let remedy = Spelling.nearest(to: last, among: names).map { "did you mean `\($0)`?" }
    return node.error(
      "`\(text)` is no key",
      remedy
        ?? "write a character, F1 to F24 or one of \(names.joined(separator: ", ")), perhaps behind Ctrl+")
  }

  fileprivate static func taken(_ own: KeyChord, by other: KeyBinding, at node: DocumentNode) -> Self {
    node.error(
      "`\(own.text)` is the key of `\(other.name)` in `\(KeyBindings.name(of: other.place))` as well",
      "give one of them another key")
  }
}
