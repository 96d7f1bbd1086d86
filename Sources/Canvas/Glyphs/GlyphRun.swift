/// A single line of text in one face, size and colour, with its place.
public struct GlyphRun: Equatable, Sendable {
  public var text: String
  public var face: Face
  /// Em size in pixels.
  public var size: Float
  public var color: Color
  /// Left end of the baseline.
  public var origin: Point
  /// Advance width in pixels, as measured by the `GlyphSource` that laid it out.
  public var width: Float

  public init(text: String, face: Face, size: Float, color: Color, origin: Point, width: Float) {
    self.text = text
    self.face = face
    self.size = size
    self.color = color
    self.origin = origin
    self.width = width
  }

  /// Where the run paints: its advance box with room for accents, descenders, and slanted or
  /// borrowed glyphs that stick out. Masks are clipped to it.
  public var bounds: Rect {
    Rect(
      x: origin.x - size * 0.25, y: origin.y - size * 1.25, width: width + size * 0.5,
      height: size * 1.75)
  }
}
