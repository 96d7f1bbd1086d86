/// Text under construction, with the few number formats that kernel files use.
public struct TextOutput {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  mutating func text(_ string: String) {
    bytes.append(contentsOf: string.utf8)
  }

  mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// `string` at the right end of a field (`%8s`).
  mutating func right(_ string: String, _ width: Int) {
    pad(width - string.utf8.count)
    text(string)
  }

  /// `string` at the left end of a field (`%-8s`).
  mutating func left(_ string: String, _ width: Int) {
    text(string)
    pad(width - string.utf8.count)
  }

  /// A number at the right end of a field (`%6lu`), filled up with spaces or zeros. The sign comes first
  /// and counts, as in C.
  mutating func decimal(_ value: some BinaryInteger, width: Int = 0, fill: Character = " ") {
    digits(value.magnitude, negative: value < 0, radix: 10, width: width, zeros: fill == "0")
  }

  /// A hexadecimal number without 0x (`%08lx`), filled up with zeros.
  mutating func hexadecimal(_ value: some BinaryInteger, width: Int = 0) {
    digits(value.magnitude, negative: value < 0, radix: 16, width: width, zeros: true)
  }

  private mutating func digits(
    _ magnitude: some BinaryInteger, negative: Bool, radix: UInt64, width: Int, zeros: Bool
  ) {
    var rest = UInt64(truncatingIfNeeded: magnitude)
    var count = 1
    var power = rest / radix
    while power > 0 {
      count += 1
      power /= radix
    }
    let padding = width - count - (negative ? 1 : 0)
    if !zeros { pad(padding) }
    if negative { bytes.append(UInt8(ascii: "-")) }
    if zeros { pad(padding, with: UInt8(ascii: "0")) }
    let start = bytes.count
    pad(count)
    for index in stride(from: start + count - 1, through: start, by: -1) {
      let digit = UInt8(rest % radix)
      bytes[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      rest /= radix
    }
  }

  private mutating func pad(_ count: Int, with byte: UInt8 = UInt8(ascii: " ")) {
    for _ in 0..<max(0, count) { bytes.append(byte) }
  }
}
