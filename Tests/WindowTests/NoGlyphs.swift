import Canvas

/// Text takes no room and leaves no trace.
final class NoGlyphs: GlyphSource {
  func width(of text: String, face: Face, size: Float) -> Float { 0 }
  func metrics(face: Face, size: Float) -> FaceMetrics { FaceMetrics(capHeight: 0, ascent: 0, descent: 0) }
  func mask(of text: String, face: Face, size: Float) -> CoverageMask { .empty }
}
