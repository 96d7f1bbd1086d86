import Yams

/// Keys with their values, in the order of the file.
public struct DocumentMapping {
  /// Key, its value, and the place of the key.
  public let entries: [(key: String, value: DocumentNode, place: DocumentNode)]
  let place: DocumentNode

  /// The value of `key`, nil where the key is not given.
  public subscript(key: String) -> DocumentNode? { entries.first { $0.key == key }?.value }

  /// The value of a key that must be there.
  public func required(_ key: String) throws(DocumentError) -> DocumentNode {
    guard let value = self[key] else {
      throw place.error("`\(key)` is missing here", "add `\(key): …`")
    }
    return value
  }

  /// Where `key` stands, or the mapping where it isn't given.
  public func error(at key: String, _ problem: String, _ remedy: String) -> DocumentError {
    (entries.first { $0.key == key }?.place ?? place).error(problem, remedy)
  }

  /// An error at the mapping as a whole.
  public func error(_ problem: String, _ remedy: String) -> DocumentError { place.error(problem, remedy) }

  /// Entries that none of `keys` names, as a file has them: nothing where there are none.
  public func text(without keys: [String]) -> String {
    let others = entries.filter { !keys.contains($0.key) }
    guard !others.isEmpty else { return "" }
    return (try? Yams.serialize(node: Node(others.map { ($0.place.node, $0.value.node) }))) ?? ""
  }
}
