/// Conversions from coordinates to whole pixels. They never trap: what is not a number or lies
/// beyond `limit` is brought to the nearest limit. Written out instead of calling the C library's
/// rounding, which is a function call on the older processors that the compiler aims at.
enum Pixel {
  /// Far outside of every picture, and small enough that arithmetic with it cannot overflow.
  static let limit = 1_000_000

  static func floor(_ value: Float) -> Int {
    guard value > Float(-limit) else { return -limit }
    guard value < Float(limit) else { return limit }
    let truncated = Int(value)
    return Float(truncated) > value ? truncated - 1 : truncated
  }

  static func ceiling(_ value: Float) -> Int { -floor(-value) }

  static func round(_ value: Float) -> Int { floor(value + 0.5) }

  /// A share from 0 to 1 as coverage from 0 to 255.
  static func coverage(_ share: Float) -> UInt32 {
    guard share > 0 else { return 0 }
    guard share < 1 else { return 255 }
    return UInt32(share * 255 + 0.5)
  }
}
