/// A picture as a value: shapes and runs of glyphs in the order in which they are painted, later ones
/// on top. Coordinates are pixels of the target, origin at the upper left, x to the right, y down.
public struct DrawList: Equatable, Sendable {
  /// One thing to paint, with the rectangle outside of which it never paints.
  public enum Item: Equatable, Sendable {
    case fill(Rect, Color)
    case roundedFill(Rect, radius: Float, Color)
    /// A frame drawn wholly inside the rectangle.
    case stroke(Rect, radius: Float, width: Float, Color, Dash)
    case line(Point, Point, width: Float, Color, Dash)
    /// A filled polygon, at least three corners; convex or not, even-odd.
    case polygon([Point], Color)
    /// Diagonal lines (rising to the right) clipped to the rectangle; anchored to the picture's
    /// origin so that neighbouring hatches join.
    case hatch(Rect, spacing: Float, width: Float, Color)
    case text(GlyphRun)
    /// ARGB pixels, copied one to one.
    case image(Rect, Image)
  }
  public enum Dash: Equatable, Sendable { case solid, dashed, longDashes, dotted }

  public var items: [Item] = []
  public init() {}
}

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
}

/// The faces the program uses; which font file stands behind each is the glyph source's business.
public enum Face: Int, Equatable, Hashable, Sendable, CaseIterable {
  case sans, sansSemiBold, mono, monoBold
}

/// Where masks and metrics of glyphs come from; implemented by `Typography`, and by tests.
public protocol GlyphSource: AnyObject {
  /// Advance width of `text` in pixels.
  func width(of text: String, face: Face, size: Float) -> Float
  /// Height of a capital letter, ascent and descent (positive, below the baseline), in pixels.
  func metrics(face: Face, size: Float) -> FaceMetrics
  /// Coverage of `text`, 8 bits a pixel, and where it lies relative to the baseline's left end.
  func mask(of text: String, face: Face, size: Float) -> GlyphMask
}

public struct FaceMetrics: Equatable, Sendable {
  public var capHeight: Float
  public var ascent: Float
  public var descent: Float
  public init(capHeight: Float, ascent: Float, descent: Float) {
    self.capHeight = capHeight
    self.ascent = ascent
    self.descent = descent
  }
}

public struct GlyphMask: Equatable, Sendable {
  /// Pixels; the upper left corner lies at (origin.x + left, origin.y − top) of the run's baseline.
  public var width: Int
  public var height: Int
  public var left: Int
  public var top: Int
  public var coverage: [UInt8]
  public init(width: Int, height: Int, left: Int, top: Int, coverage: [UInt8]) {
    self.width = width
    self.height = height
    self.left = left
    self.top = top
    self.coverage = coverage
  }
}
