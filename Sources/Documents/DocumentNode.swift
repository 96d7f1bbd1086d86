import Yams

/// One value of a document, with the place where it stands. The accessors turn it into what the
/// reader wants, or throw a `DocumentError` that says what stands there and what would be right.
public struct DocumentNode {
  let node: Node
  let source: DocumentSource

  init(_ node: Node, _ source: DocumentSource) {
    self.node = node
    self.source = source
  }

  /// An error at this value.
  public func error(_ problem: String, _ remedy: String) -> DocumentError {
    source.error(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, problem, remedy)
  }

  /// How the value is named in an error.
  public var described: String {
    switch node {
    case .scalar(let scalar):
      scalar.string.isEmpty
        ? "nothing"
        : "`\(scalar.string.prefix(Self.mostShown))\(scalar.string.count > Self.mostShown ? "…" : "")`"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  /// Characters of a value that are shown in an error.
  private static let mostShown = 80

  public var isSequence: Bool { node.sequence != nil }
  public var isMapping: Bool { node.mapping != nil }

  /// A text, not empty, that can be shown anywhere: it has no control characters but tabs and ends of lines.
  public func string() throws(DocumentError) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw error("\(described) stands where a text is needed", "write a text")
    }
    guard !text.unicodeScalars.contains(where: { $0.steers && $0 != "\n" && $0 != "\t" }) else {
      throw error("\(described) has a control character", "remove it")
    }
    return text
  }

  /// A whole number, decimal or as 0x…, within `range`.
  public func integer(in range: ClosedRange<Int> = 0...Int.max) throws(DocumentError) -> Int {
    guard let text = node.scalar?.string, let value = Self.integer(text) else {
      throw error(
        "\(described) is not a whole number", "write one, decimal or as 0x1f\(Self.bounds(range))")
    }
    guard range.contains(value) else {
      throw error("\(described) is out of range", "write a whole number\(Self.bounds(range))")
    }
    return value
  }

  /// A number within `range`.
  public func fraction(in range: ClosedRange<Double> = 0...1) throws(DocumentError) -> Double {
    guard let text = node.scalar?.string, let value = Double(text), value.isFinite else {
      throw error("\(described) is not a number", "write one from \(range.lowerBound) to \(range.upperBound)")
    }
    guard range.contains(value) else {
      throw error(
        "\(described) is out of range", "write a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// Yes or no, as YAML writes them.
  public func boolean() throws(DocumentError) -> Bool {
    switch node.scalar?.string {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw error("\(described) is neither yes nor no", "write true or false")
    }
  }

  /// A run of page frames, both ends included: `0x100000-0x1001ff`, or one number for one page.
  public func pfnRange() throws(DocumentError) -> ClosedRange<Int> {
    let parts = (node.scalar?.string ?? "").split(separator: "-", omittingEmptySubsequences: false)
    let ends = parts.compactMap { Self.integer(String($0)) }
    guard ends.count == parts.count, (1...2).contains(ends.count) else {
      throw error(
        "\(described) is not a range of page frames", "write the first and the last, as 0x100000-0x1001ff")
    }
    guard ends[0] <= ends[ends.count - 1] else {
      throw error("\(described) ends before it begins", "write the lower page frame first")
    }
    guard ends[ends.count - 1] < Self.endOfPageFrames else {
      throw error(
        "\(described) ends beyond all addresses", "end it below 0x\(String(Self.endOfPageFrames, radix: 16))")
    }
    return ends[0]...ends[ends.count - 1]
  }

  /// One of a few words.
  public func choice<Value>(_ values: KeyValuePairs<String, Value>) throws(DocumentError) -> Value {
    try choice(among: values.map { ($0.key, $0.value) })
  }

  /// One of some values by their names.
  public func choice<Value>(
    among values: [(name: String, value: Value)]
  ) throws(DocumentError) -> Value {
    let names = values.map(\.name)
    if let text = node.scalar?.string {
      if let value = values.first(where: { $0.name == text })?.value { return value }
      if let nearest = Spelling.nearest(to: text, among: names) {
        throw error("\(described) is not known here", "did you mean `\(nearest)`? (\(Self.list(names)))")
      }
    }
    throw error("\(described) is not known here", "write one of \(Self.list(names))")
  }

  /// The values of a list.
  public func sequence() throws(DocumentError) -> [DocumentNode] {
    guard let sequence = node.sequence else {
      throw error("\(described) stands where a list is needed", "write [a, b] or one line with - for each")
    }
    return sequence.map { DocumentNode($0, source) }
  }

  /// The values of a list, or the value itself: `at: 5` means `at: [5]`.
  public func values() throws(DocumentError) -> [DocumentNode] {
    isSequence ? try sequence() : [self]
  }

  /// The mapping, which may hold no other keys than `keys`.
  public func mapping(_ keys: String...) throws(DocumentError) -> DocumentMapping {
    let mapping = try openMapping()
    for (key, _, place) in mapping.entries where !keys.contains(key) {
      if let nearest = Spelling.nearest(to: key, among: keys) {
        throw place.error("\(place.described) is not known here", "did you mean `\(nearest)`?")
      }
      throw place.error("\(place.described) is not known here", "known are \(Self.list(keys))")
    }
    return mapping
  }

  /// A mapping whose keys are the writer's own.
  public func openMapping() throws(DocumentError) -> DocumentMapping {
    guard let mapping = node.mapping else {
      throw error("\(described) stands where a mapping is needed", "write keys with values, as `key: value`")
    }
    var entries: [(key: String, value: DocumentNode, place: DocumentNode)] = []
    for (key, value) in mapping {
      let place = DocumentNode(key, source)
      guard let name = key.scalar?.string else {
        throw place.error("\(place.described) can't be a key", "write a word")
      }
      // An empty value has no place of its own worth showing: its key has.
      let isEmpty = value.scalar?.string.isEmpty ?? false
      entries.append(
        (
          name, isEmpty ? DocumentNode(value.standing(at: key.mark), source) : DocumentNode(value, source),
          place
        ))
    }
    return DocumentMapping(entries: entries, place: self)
  }

  /// Behind the last page frame that an arm64 machine can have, with room to spare.
  private static let endOfPageFrames = 1 << 40

  static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  static func integer(_ text: String) -> Int? {
    text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
  }

  private static func bounds(_ range: ClosedRange<Int>) -> String {
    switch (range.lowerBound, range.upperBound) {
    case (Int.min, Int.max): ""
    case (let low, Int.max): " from \(low) up"
    case (let low, let high): " from \(low) to \(high)"
    }
  }
}

extension Node {
  fileprivate func standing(at mark: Mark?) -> Node {
    guard case .scalar(var scalar) = self else { return self }
    scalar.mark = mark
    return .scalar(scalar)
  }
}
