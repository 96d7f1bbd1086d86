/// Heights of a face at one size, in pixels.
public struct FaceMetrics: Equatable, Sendable {
  public var capHeight: Float
  public var ascent: Float
  /// Positive, below the baseline.
  public var descent: Float

  public init(capHeight: Float, ascent: Float, descent: Float) {
    self.capHeight = capHeight
    self.ascent = ascent
    self.descent = descent
  }
}
