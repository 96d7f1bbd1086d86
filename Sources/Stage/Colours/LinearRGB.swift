import Canvas
import Glibc

/// Amounts of light in the sRGB primaries, 0 to 1; what mixing and contrast are computed from.
struct LinearRGB: Equatable {
  var red: Double
  var green: Double
  var blue: Double

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(_ color: Color) {
    func linear(_ shift: UInt32) -> Double {
      let encoded = Double((color.argb >> shift) & 0xff) / 255
      return encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4)
    }
    self.init(red: linear(16), green: linear(8), blue: linear(0))
  }

  /// The nearest opaque colour with 8 bits a channel.
  var color: Color {
    func encoded(_ light: Double) -> UInt32 {
      let clamped = min(max(light, 0), 1)
      let value = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * pow(clamped, 1 / 2.4) - 0.055
      return UInt32((value * 255).rounded())
    }
    return Color(argb: 0xff00_0000 | encoded(red) << 16 | encoded(green) << 8 | encoded(blue))
  }

  /// Relative luminance as WCAG 2 defines it.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// WCAG 2 contrast ratio, 1 to 21.
  func contrast(with other: LinearRGB) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a, b) / min(a, b)
  }
}
