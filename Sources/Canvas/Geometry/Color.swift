/// A colour with 8 bits a channel, as 0xAARRGGBB, not premultiplied.
public struct Color: Equatable, Hashable, Sendable {
  public var argb: UInt32

  public init(argb: UInt32) { self.argb = argb }

  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.init(argb: UInt32(alpha) << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }

  /// "#RRGGBB", or "#RRGGBBAA" for one that lets the ground shine through; nil for anything else.
  public init?(_ notation: some StringProtocol) {
    let digits = notation.dropFirst()
    guard notation.first == "#", digits.utf8.count == 6 || digits.utf8.count == 8,
      digits.allSatisfy({ $0.isASCII && $0.isHexDigit }), let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(argb: digits.utf8.count == 6 ? 0xFF00_0000 | value : value >> 8 | value << 24)
  }

  public var alpha: UInt8 { UInt8(truncatingIfNeeded: argb >> 24) }
  public var red: UInt8 { UInt8(truncatingIfNeeded: argb >> 16) }
  public var green: UInt8 { UInt8(truncatingIfNeeded: argb >> 8) }
  public var blue: UInt8 { UInt8(truncatingIfNeeded: argb) }

  /// The same hue with another opacity, from 0 (invisible) to 1 (opaque).
  public func opacity(_ share: Float) -> Color {
    Color(argb: argb & 0x00FF_FFFF | Pixel.coverage(share) << 24)
  }

  /// A share of the way from this colour (0) to `other` (1), channel by channel.
  public func mixed(with other: Color, share: Float) -> Color {
    let weight = Pixel.coverage(share)
    var mixed: UInt32 = 0
    for shift: UInt32 in [0, 8, 16, 24] {
      let sum = (argb >> shift & 0xFF) * (255 - weight) + (other.argb >> shift & 0xFF) * weight + 127
      mixed |= (sum / 255) << shift
    }
    return Color(argb: mixed)
  }

  /// What is seen when this colour lies on an opaque ground.
  public func over(_ ground: Color) -> Color { Color(argb: Ink(self).over(ground.argb, coverage: 255)) }
}

extension Color: CustomStringConvertible {
  /// "#RRGGBB" if opaque, else "#RRGGBBAA".
  public var description: String {
    let digits = alpha == 255 ? [red, green, blue] : [red, green, blue, alpha]
    return digits.reduce(into: "#") { text, channel in
      if channel < 16 { text += "0" }
      text += String(channel, radix: 16, uppercase: true)
    }
  }
}
