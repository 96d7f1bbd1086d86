import Words

extension Catalogue {
  /// Reads a catalogue of `Assets/Strings`: nested mappings whose keys, joined by dots, are the keys of
  /// the texts. A mapping with just `one` and `other` is a text with a singular and a plural; the
  /// top key `catalogue` names the language and how it writes numbers.
  public init(_ document: DocumentNode) throws(DocumentError) {
    let top = try document.openMapping()
    let about = try top.required("catalogue").mapping("language", "group", "decimal")
    var numerals = Numerals()
    if let group = about["group"] { numerals.group = try group.string() }
    if let decimal = about["decimal"] { numerals.decimal = try decimal.string() }
    var entries: [String: Entry] = [:]
    for (key, value, place) in top.entries where key != "catalogue" {
      try Self.collect(value, at: place, key: key, into: &entries)
    }
    self.init(language: try about.required("language").string(), numerals: numerals, entries: entries)
  }

  private static func collect(
    _ node: DocumentNode, at place: DocumentNode, key: String, into entries: inout [String: Entry]
  ) throws(DocumentError) {
    if key.hasSuffix(".") || key.hasPrefix(".") || key.contains("..") || key.contains(" ") {
      throw place.error("`\(key)` is no key for a text", "write words without spaces, joined by dots")
    }
    guard node.isMapping else {
      try add(.one(template(node)), at: place, key: key, to: &entries)
      return
    }
    let mapping = try node.openMapping()
    if mapping.entries.map(\.key).sorted() == ["one", "other"] {
      let one = try template(mapping.required("one"))
      let other = try template(mapping.required("other"))
      if !other.places.contains("count") {
        throw place.error("the plural of `\(key)` doesn't say how many", "put {count} into `other`")
      }
      try add(.plural(one: one, other: other), at: place, key: key, to: &entries)
    } else {
      for (name, value, inner) in mapping.entries {
        try collect(value, at: inner, key: key + "." + name, into: &entries)
      }
    }
  }

  private static func add(
    _ entry: Entry, at place: DocumentNode, key: String, to entries: inout [String: Entry]
  ) throws(DocumentError) {
    if entries.updateValue(entry, forKey: key) != nil {
      throw place.error("the key `\(key)` is given more than once", "keep one of them")
    }
  }

  private static func template(_ node: DocumentNode) throws(DocumentError) -> Template {
    let text = try node.string()
    do {
      return try Template(text)
    } catch {
      switch error {
      case .unclosedPlace: throw node.error("a `{` is never closed", "close it with `}`, or write `{{`")
      case .strayBrace: throw node.error("a `}` closes nothing", "open it with `{`, or write `}}`")
      case .emptyPlace: throw node.error("`{}` names nothing", "write the name of a value between the braces")
      }
    }
  }
}
