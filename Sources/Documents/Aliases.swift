import Yams

/// YAML lets a value be given a name and used again, and again in a value that is used again: a few lines can
/// stand for more than any memory holds. No file of ours needs it.
enum Aliases {
  static func error(_ source: DocumentSource, line: Int = 1, column: Int = 1) -> DocumentError {
    source.error(
      line: line, column: column, "values that are named and used again (& and *) are not read",
      "write the value out")
  }

  /// Whether so much of a text looks like them that it is not to be made values of; a few can't grow far.
  static func areMany(in text: String) -> Bool {
    var (names, uses) = (0, 0)
    var before = UInt8(ascii: "\n")
    var sign = before
    for byte in text.utf8 {
      // A name follows its sign, which begins a word.
      if byte > UInt8(ascii: " "), isBoundary(before) {
        if sign == UInt8(ascii: "&") { names += 1 }
        if sign == UInt8(ascii: "*") { uses += 1 }
      }
      (before, sign) = (sign, byte)
    }
    return names > 0 && uses >= 8
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || "[{,:?-".utf8.contains(byte)
  }

  /// Refuses a document in which a value has a name. What is used again stands behind its name, so that this never
  /// goes through anything twice.
  static func refuse(in node: Node, _ source: DocumentSource) throws(DocumentError) {
    guard node.anchor == nil else {
      throw error(source, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
    switch node {
    case .sequence(let sequence): for value in sequence { try refuse(in: value, source) }
    case .mapping(let mapping):
      for (key, value) in mapping {
        try refuse(in: key, source)
        try refuse(in: value, source)
      }
    case .scalar, .alias: break
    }
  }
}
