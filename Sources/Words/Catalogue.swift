/// Every word a person sees, in one language: a text for each key, keys being dotted paths as
/// `"stage.timeline.step"`. Looked up at run time, so a language is a file.
public struct Catalogue: Equatable, Sendable {
  /// What stands behind a key.
  public enum Entry: Equatable, Sendable {
    case one(Template)
    /// Two forms of a text that speaks of `{count}` things: exactly one of them, or any other number.
    case plural(one: Template, other: Template)
  }

  /// A language tag, as `en`.
  public let language: String
  public let numerals: Numerals
  public let entries: [String: Entry]

  public init(language: String, numerals: Numerals = Numerals(), entries: [String: Entry]) {
    self.language = language
    self.numerals = numerals
    self.entries = entries
  }

  /// The text of `key` with its places filled. A key that is not in the catalogue is returned as it
  /// is: it can be seen, and a test looks for it.
  public func callAsFunction(_ key: String, _ values: [String: Value] = [:]) -> String {
    switch entries[key] {
    case nil: key
    case .one(let template): template.filled(with: values, numerals: numerals)
    case .plural(let one, let other):
      (values["count"] == .number(1) ? one : other).filled(with: values, numerals: numerals)
    }
  }

  public func contains(_ key: String) -> Bool { entries[key] != nil }

  /// The names that the text of `key` wants filled, sorted; nil for a key that is not there.
  public func places(of key: String) -> [String]? {
    switch entries[key] {
    case nil: nil
    case .one(let template): Set(template.places).sorted()
    case .plural(let one, let other): Set(one.places + other.places).sorted()
    }
  }
}
