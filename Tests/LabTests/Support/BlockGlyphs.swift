import Canvas

/// Glyphs without a font: every character is half as wide as it is high.
final class BlockGlyphs: GlyphSource {
  func width(of text: String, face: Face, size: Float) -> Float { Float(text.count) * size / 2 }
  func metrics(face: Face, size: Float) -> FaceMetrics {
    FaceMetrics(capHeight: size * 0.7, ascent: size, descent: size / 4)
  }
  func mask(of text: String, face: Face, size: Float) -> CoverageMask { .empty }
}
