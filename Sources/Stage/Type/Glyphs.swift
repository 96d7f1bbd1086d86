/// The texts of small numbers, made once.
enum Glyphs {
  private static let numbers = (0..<100).map { String($0) }

  static func number(_ value: Int) -> String {
    numbers.indices.contains(value) ? numbers[value] : String(value)
  }
}

extension Glyphs {
  /// A text with every digit a zero, which is as wide as any number so written can get.
  static func zeros(like text: String) -> String { String(text.map { $0.isNumber ? "0" : $0 }) }
}
