import Canvas

/// Metrics like those of Inter and JetBrains Mono, worked out instead of read from a font, so that
/// layouts come out the same on every machine.
final class FakeGlyphs: GlyphSource {
  func width(of text: String, face: Face, size: Float) -> Float {
    var em: Float = 0
    for scalar in text.unicodeScalars { em += advance(of: scalar, face: face) }
    return em * size
  }

  func metrics(face: Face, size: Float) -> FaceMetrics {
    FaceMetrics(capHeight: 0.728 * size, ascent: 0.97 * size, descent: 0.25 * size)
  }

  func mask(of text: String, face: Face, size: Float) -> CoverageMask {
    let width = Int(self.width(of: text, face: face, size: size).rounded())
    let height = Int((0.728 * size).rounded())
    return CoverageMask(
      width: width, height: height, left: 0, top: height,
      coverage: [UInt8](repeating: 160, count: width * height))
  }

  private func advance(of scalar: Unicode.Scalar, face: Face) -> Float {
    if face == .mono || face == .monoBold { return 0.6 }
    let regular: Float =
      switch scalar {
      case "i", "j", "l", "I", ".", ",", "'", "’", "|", ":", ";": 0.28
      case " ", "\u{A0}", "f", "t", "r", "(", ")", "-": 0.35
      case "\u{2009}", "\u{202F}": 0.2
      case "m", "w", "M", "W", "—", "%": 0.88
      case "A"..."Z", "→", "←", "↑", "↓": 0.7
      default: 0.6
      }
    return face == .sansSemiBold ? regular * 1.04 : regular
  }
}
