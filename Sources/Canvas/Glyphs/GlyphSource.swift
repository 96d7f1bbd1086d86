/// Where masks and metrics of glyphs come from; implemented by `Typography`, and by tests.
public protocol GlyphSource: AnyObject {
  /// Advance width of `text` in pixels.
  func width(of text: String, face: Face, size: Float) -> Float
  /// Height of a capital letter, ascent and descent (positive, below the baseline), in pixels.
  func metrics(face: Face, size: Float) -> FaceMetrics
  /// Coverage of `text`, 8 bits a pixel, and where it lies relative to the baseline's left end.
  func mask(of text: String, face: Face, size: Float) -> CoverageMask
}
