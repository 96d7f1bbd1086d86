/// A picture as a value: shapes and runs of glyphs in the order in which they are painted, later ones
/// on top. Coordinates are pixels of the target, origin at the upper left, x to the right, y down; the
/// centre of the first pixel is (0.5, 0.5).
public struct DrawList: Equatable, Sendable {
  /// One thing to paint; it never paints outside of its `bounds`. Edges that do not fall on whole
  /// pixels are smoothed.
  public enum Item: Equatable, Sendable {
    case fill(Rect, Color)
    case roundedFill(Rect, radius: Float, Color)
    /// A frame drawn wholly inside the rectangle.
    case stroke(Rect, radius: Float, width: Float, Color, Dash)
    /// A straight line with square ends, `width` pixels wide with the points in its middle.
    case line(Point, Point, width: Float, Color, Dash)
    /// A filled polygon, at least three corners; convex or not, even-odd.
    case polygon([Point], Color)
    /// Diagonal lines (rising to the right) clipped to the rectangle; anchored to the picture's
    /// origin so that neighbouring hatches join. `spacing` is measured across, from line to line.
    case hatch(Rect, spacing: Float, width: Float, Color)
    case text(GlyphRun)
    /// ARGB pixels, one to one from the rectangle's upper left corner, and no more than fit in it.
    case image(Rect, Image)
  }

  /// How a frame or line is broken up. The pattern is stretched a little so that it starts and ends
  /// with a dash.
  public enum Dash: Equatable, Sendable { case solid, dashed, longDashes, dotted }

  public var items: [Item] = []

  public init() {}
}
