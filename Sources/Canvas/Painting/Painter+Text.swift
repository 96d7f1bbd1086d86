extension Painter {
  /// The mask is set down on whole pixels, so that the same text looks the same everywhere.
  func text(_ run: GlyphRun) {
    let mask = glyphs.mask(of: run.text, face: run.face, size: run.size)
    lay(mask, x: Pixel.round(run.origin.x), y: Pixel.round(run.origin.y), Ink(run.color))
  }
}
