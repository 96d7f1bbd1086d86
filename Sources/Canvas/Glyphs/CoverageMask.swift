/// How much of each pixel a run of glyphs or a shape covers, 0 to 255, row by row from the top.
public struct CoverageMask: Equatable, Sendable {
  /// Pixels.
  public var width: Int
  public var height: Int
  /// Where the upper left corner lies when the mask is laid down at a place, in pixels to the right and up.
  /// For glyphs that place is the left end of the baseline.
  public var left: Int
  public var top: Int
  public var coverage: [UInt8]

  /// `coverage` holds `width` times `height` values.
  public init(width: Int, height: Int, left: Int, top: Int, coverage: [UInt8]) {
    precondition(coverage.count == width * height, "a mask needs one value for each pixel")
    self.width = width
    self.height = height
    self.left = left
    self.top = top
    self.coverage = coverage
  }

  /// The mask of nothing, as of an empty text.
  public static let empty = CoverageMask(width: 0, height: 0, left: 0, top: 0, coverage: [])
}
