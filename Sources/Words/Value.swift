/// What a place in a text is filled with; the catalogue's `Numerals` decide how it is written.
public enum Value: Equatable, Sendable {
  case text(String)
  /// A whole number, with its digits in groups of three.
  case number(Int)
  /// A page frame number, in hexadecimal.
  case pfn(Int)
  /// An amount of memory in bytes, in the largest binary unit that leaves at least 1.
  case bytes(Int)
  /// A part of a whole, 0 to 1, in whole percent.
  case share(Double)
  /// A number with so many digits after the decimal mark.
  case decimal(Double, digits: Int)
}

extension Value: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self = .number(value) }
}

extension Value: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self = .text(value) }
}
