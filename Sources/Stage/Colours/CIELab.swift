import Glibc

/// A colour in CIE L*a*b* (D65, 2° observer), where equal steps look about equally large.
struct CIELab: Equatable {
  /// 0 (black) to 100 (white).
  var lightness: Double
  /// Green (negative) to red.
  var a: Double
  /// Blue (negative) to yellow.
  var b: Double

  /// The reference white D65 in XYZ.
  private static let white = (x: 0.95047, y: 1.0, z: 1.08883)
  /// Below this share of white the cube root gives way to a straight line.
  private static let knee = 216.0 / 24389.0
  private static let slope = 24389.0 / 27.0

  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// From the cylinder form: chroma and hue angle in radians.
  init(lightness: Double, chroma: Double, hue: Double) {
    self.init(lightness: lightness, a: chroma * cos(hue), b: chroma * sin(hue))
  }

  init(_ linear: LinearRGB) {
    let (r, g, b) = (linear.red, linear.green, linear.blue)
    let x = 0.4124564 * r + 0.3575761 * g + 0.1804375 * b
    let y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    let z = 0.0193339 * r + 0.1191920 * g + 0.9503041 * b
    func f(_ t: Double) -> Double { t > Self.knee ? cbrt(t) : (Self.slope * t + 16) / 116 }
    let (fx, fy, fz) = (f(x / Self.white.x), f(y / Self.white.y), f(z / Self.white.z))
    self.init(lightness: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz))
  }

  /// Distance from the grey axis.
  var chroma: Double { (a * a + b * b).squareRoot() }
  /// Angle round the grey axis, in radians.
  var hue: Double { atan2(b, a) }

  var linear: LinearRGB {
    let fy = (lightness + 16) / 116
    func g(_ f: Double) -> Double { f * f * f > Self.knee ? f * f * f : (116 * f - 16) / Self.slope }
    let x = g(fy + a / 500) * Self.white.x
    let y = g(fy) * Self.white.y
    let z = g(fy - b / 200) * Self.white.z
    return LinearRGB(
      red: 3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
      green: -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
      blue: 0.0556434 * x - 0.2040259 * y + 1.0572252 * z)
  }
}
