/// How numbers are written in one language.
public struct Numerals: Equatable, Sendable {
  /// Between groups of three digits.
  public var group: String
  /// Between the units and the tenths.
  public var decimal: String

  public init(group: String = "\u{2009}", decimal: String = ".") {
    self.group = group
    self.decimal = decimal
  }

  /// Keeps a number and its unit on one line.
  static let noBreakSpace = "\u{A0}"
  static let minus = "\u{2212}"

  /// `2 096 640`, in groups from four digits on; negative numbers with a real minus sign.
  public func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? Self.minus : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += group }
      text.append(digit)
    }
    return text
  }

  /// `0x100040`
  public func pfn(_ value: Int) -> String { "0x" + String(value, radix: 16) }

  /// `128 KiB`, `3.75 GiB`: at most two decimals, none that are zero.
  public func bytes(_ value: Int) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB"]
    var unit = 0
    while unit < units.count - 1, value.magnitude >> (10 * UInt(unit + 1)) > 0 { unit += 1 }
    let amount = Double(value) / Double(1 << (10 * unit))
    var digits = decimal(amount, digits: 2)
    if digits.hasSuffix(decimal + "00") {
      digits.removeLast(decimal.count + 2)
    } else if digits.hasSuffix("0") {
      digits.removeLast()
    }
    return digits + Self.noBreakSpace + units[unit]
  }

  /// `42 %` for 0.42.
  public func percent(_ share: Double) -> String {
    number(Int((share * 100).rounded())) + Self.noBreakSpace + "%"
  }

  /// Rounded to so many digits after the decimal mark, 0 to 9.
  public func decimal(_ value: Double, digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? Self.minus : ""
    let whole = sign + number(scaled / scale)
    guard digits > 0 else { return whole }
    let fraction = String(scaled % scale)
    return whole + decimal + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  public func text(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .number(let value): number(value)
    case .pfn(let value): pfn(value)
    case .bytes(let value): bytes(value)
    case .share(let value): percent(value)
    case .decimal(let value, let digits): decimal(value, digits: digits)
    }
  }
}
