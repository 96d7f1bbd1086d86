/// A rectangle of whole pixels: from (minX, minY) up to, not including, (maxX, maxY).
public struct PixelRect: Equatable, Hashable, Sendable {
  public var minX: Int
  public var minY: Int
  public var maxX: Int
  public var maxY: Int

  public init(minX: Int, minY: Int, maxX: Int, maxY: Int) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Every pixel that `rect` touches. Coordinates that no picture has (not a number, beyond a million)
  /// are brought into range.
  public init(covering rect: Rect) {
    self.init(
      minX: Pixel.floor(rect.minX), minY: Pixel.floor(rect.minY),
      maxX: Pixel.ceiling(rect.maxX), maxY: Pixel.ceiling(rect.maxY))
  }

  /// The pixels whose centres lie in `rect`.
  init(rounding rect: Rect) {
    self.init(
      minX: Pixel.round(rect.minX), minY: Pixel.round(rect.minY),
      maxX: Pixel.round(rect.maxX), maxY: Pixel.round(rect.maxY))
  }

  static let empty = PixelRect(minX: 0, minY: 0, maxX: 0, maxY: 0)

  public var width: Int { max(0, maxX - minX) }
  public var height: Int { max(0, maxY - minY) }
  public var isEmpty: Bool { maxX <= minX || maxY <= minY }

  /// Number of pixels.
  public var area: Int { width * height }

  public func intersects(_ other: PixelRect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  public func contains(_ other: PixelRect) -> Bool {
    minX <= other.minX && maxX >= other.maxX && minY <= other.minY && maxY >= other.maxY
  }

  /// The shared pixels; empty (`isEmpty`) where there are none.
  public func intersection(_ other: PixelRect) -> PixelRect {
    PixelRect(
      minX: max(minX, other.minX), minY: max(minY, other.minY),
      maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY))
  }

  /// The smallest rectangle that holds both; an empty one adds nothing.
  public func union(_ other: PixelRect) -> PixelRect {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return PixelRect(
      minX: min(minX, other.minX), minY: min(minY, other.minY),
      maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
  }
}
