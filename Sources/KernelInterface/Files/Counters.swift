/// Named numbers in the order in which a file lists them.
public struct Counters: Equatable, Sendable {
  public struct Counter: Equatable, Sendable {
    public var name: String
    /// As printed. The kernel prints small negative numbers as very large ones.
    public var value: UInt64
  }

  public var list: [Counter] = []

  public init() {}

  /// The value of a counter as a signed number, nil if this kernel hasn't got it.
  public subscript(name: String) -> Int? {
    list.first { $0.name == name }.map { Int(truncatingIfNeeded: $0.value) }
  }

  mutating func append(_ name: String, _ value: UInt64) {
    list.append(Counter(name: name, value: value))
  }
}
