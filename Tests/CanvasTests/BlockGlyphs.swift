import Canvas

/// Glyphs without a font: each character is a block of a third of its value, half an em wide, standing
/// on the baseline.
final class BlockGlyphs: GlyphSource {
  func width(of text: String, face: Face, size: Float) -> Float {
    (size / 2).rounded() * Float(text.count)
  }

  func metrics(face: Face, size: Float) -> FaceMetrics {
    FaceMetrics(capHeight: size * 0.7, ascent: size, descent: size * 0.25)
  }

  func mask(of text: String, face: Face, size: Float) -> CoverageMask {
    let advance = Int((size / 2).rounded())
    let height = Int(size * 0.7)
    let row = text.utf8.flatMap { byte in (0..<advance).map { $0 == 0 ? 0 : byte | 1 } }
    return CoverageMask(
      width: row.count, height: height, left: 0, top: height,
      coverage: Array(repeatElement(row, count: height).joined()))
  }
}
