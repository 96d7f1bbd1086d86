/// A text with each of its numbers, one after another, set to what numbers are seldom.
public struct NumberSweep: Sendable {
  private let bytes: [UInt8]
  private let numbers: [Number]

  /// A number of the text, and how it is written.
  private struct Number {
    var range: Range<Int>
    var value: UInt64
    var radix: Int
  }

  /// What each number becomes: 0, −1, its neighbours, 2³¹ and 2⁶³ − 1.
  private static let changes: [@Sendable (UInt64) -> String] = [
    { _ in "0" }, { _ in "-1" }, { "\(Int64(truncatingIfNeeded: $0) &- 1)" }, { "\($0 &+ 1)" },
    { _ in "2147483648" },
    { _ in "9223372036854775807" },
  ]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var numbers: [Number] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, Self.isAlphanumeric(bytes[end]) { end += 1 }
      if let number = Self.number(bytes, start..<end) { numbers.append(number) }
      start = end + 1
    }
    self.numbers = numbers
  }

  /// How many variants there are.
  public var count: Int { numbers.count * Self.changes.count }

  public func variant(_ index: Int) -> [UInt8] {
    let number = numbers[index / Self.changes.count]
    let changed = Self.changes[index % Self.changes.count](number.value)
    let text = number.radix == 10 ? changed : Int64(changed).map { String($0, radix: 16) } ?? changed
    return Array(bytes[..<number.range.lowerBound]) + Array(text.utf8)
      + Array(bytes[number.range.upperBound...])
  }

  /// A word that is a number: digits, or hexadecimal ones with 0x or without.
  private static func number(_ bytes: [UInt8], _ word: Range<Int>) -> Number? {
    let text = String(decoding: bytes[word], as: UTF8.self)
    guard let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return nil
    }
    if let value = UInt64(text) { return Number(range: word, value: value, radix: 10) }
    let digits = text.hasPrefix("0x") ? word.lowerBound + 2..<word.upperBound : word
    return UInt64(String(decoding: bytes[digits], as: UTF8.self), radix: 16)
      .map { Number(range: digits, value: $0, radix: 16) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
