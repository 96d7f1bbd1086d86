/// Diagonal lines, each along pixels with the same x + y. The distance between lines is brought to
/// whole steps of that sum, so that all lines look alike.
struct HatchPattern {
  /// Steps of x + y from line to line.
  let period: Int
  private let width: Float

  /// `spacing` is measured across the lines, in pixels, as is `width`.
  init(spacing: Float, width: Float) {
    period = max(2, Pixel.round(spacing * Float(2).squareRoot()))
    self.width = width
  }

  /// How much of a pixel with `phase` = (x + y) mod `period` a line covers, 0 to 255.
  @inline(__always)
  func coverage(phase: Int) -> UInt32 {
    let across = Float(min(phase, period - phase)) * Float(0.5).squareRoot()
    return Pixel.coverage(min(max(width / 2 + 0.5 - across, 0), min(width, 1)))
  }
}
