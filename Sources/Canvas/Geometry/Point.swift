/// A place in pixels, y down.
public struct Point: Equatable, Hashable, Sendable {
  public var x: Float
  public var y: Float

  public init(_ x: Float, _ y: Float) {
    self.x = x
    self.y = y
  }

  /// The place moved to the right and down.
  public func offset(x dx: Float, y dy: Float) -> Point { Point(x + dx, y + dy) }
}
