/// A rectangle in pixels: left, top, width and height.
public struct Rect: Equatable, Hashable, Sendable {
  public var x: Float
  public var y: Float
  public var width: Float
  public var height: Float

  public init(x: Float, y: Float, width: Float, height: Float) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public init(minX: Float, minY: Float, maxX: Float, maxY: Float) {
    self.init(x: minX, y: minY, width: maxX - minX, height: maxY - minY)
  }

  public static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  public var minX: Float { x }
  public var minY: Float { y }
  public var maxX: Float { x + width }
  public var maxY: Float { y + height }
  public var midX: Float { x + width / 2 }
  public var midY: Float { y + height / 2 }
  public var center: Point { Point(midX, midY) }

  /// Nothing lies inside: no width or no height.
  public var isEmpty: Bool { !(width > 0 && height > 0) }

  /// The rectangle with every side moved inwards by `distance` pixels (outwards if negative).
  public func inset(by distance: Float) -> Rect { inset(x: distance, y: distance) }

  /// The rectangle with left and right moved inwards by `dx`, top and bottom by `dy` pixels; nothing is left where
  /// that is more than there is.
  public func inset(x dx: Float, y dy: Float) -> Rect {
    Rect(x: x + dx, y: y + dy, width: max(width - 2 * dx, 0), height: max(height - 2 * dy, 0))
  }

  /// The rectangle moved to the right and down.
  public func offset(x dx: Float, y dy: Float) -> Rect {
    Rect(x: x + dx, y: y + dy, width: width, height: height)
  }

  /// Left and top edges belong to a rectangle, right and bottom ones to its neighbours.
  public func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x < maxX && point.y >= minY && point.y < maxY
  }

  /// Every place of `other` lies in this rectangle; true of an empty `other` within the edges.
  public func contains(_ other: Rect) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }

  /// Some area is shared; touching edges share none.
  public func intersects(_ other: Rect) -> Bool {
    !isEmpty && !other.isEmpty
      && minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// The shared area, `zero` where there is none.
  public func intersection(_ other: Rect) -> Rect {
    guard intersects(other) else { return .zero }
    return Rect(
      minX: max(minX, other.minX), minY: max(minY, other.minY),
      maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY))
  }

  /// The smallest rectangle that holds both; an empty one adds nothing.
  public func union(_ other: Rect) -> Rect {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return Rect(
      minX: min(minX, other.minX), minY: min(minY, other.minY),
      maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
  }
}
