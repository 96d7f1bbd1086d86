/// A colour made ready for blending: two channels in each word, so that one multiplication works on
/// both. All arithmetic is in whole numbers, hence the same bits on every machine and in every build.
struct Ink {
  /// The colour without its alpha, opaque.
  let opaque: UInt32
  let alpha: UInt32
  private let redBlue: UInt32
  private let green: UInt32

  init(_ color: Color) {
    opaque = color.argb | 0xFF00_0000
    alpha = color.argb >> 24
    redBlue = color.argb & 0x00FF_00FF
    green = color.argb >> 8 & 0xFF
  }

  /// The ink laid on an opaque pixel; `coverage` is the share of the pixel that it covers, 0 to 255.
  /// Source over, rounded to the nearest in each channel; the result is opaque.
  @inline(__always)
  func over(_ ground: UInt32, coverage: UInt32) -> UInt32 {
    let weight = alpha == 255 ? coverage : Ink.product(alpha, coverage)
    let rest = 255 - weight
    let pair = redBlue * weight + (ground & 0x00FF_00FF) * rest + 0x0080_0080
    let single = green * weight + (ground >> 8 & 0xFF) * rest + 0x80
    let redBlue = (pair + (pair >> 8 & 0x00FF_00FF)) >> 8 & 0x00FF_00FF
    return 0xFF00_0000 | redBlue | (single + single >> 8) & 0xFF00
  }

  /// Product of two shares of 255, rounded to the nearest.
  @inline(__always)
  static func product(_ a: UInt32, _ b: UInt32) -> UInt32 {
    let sum = a * b + 0x80
    return (sum + sum >> 8) >> 8
  }
}
