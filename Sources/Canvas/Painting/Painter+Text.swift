extension Painter {
  /// The mask is set down on whole pixels, so that the same text looks the same everywhere.
  func text(_ run: GlyphRun) {
    let mask = glyphs.mask(of: run.text, face: run.face, size: run.size)
    let left = Pixel.round(run.origin.x) + mask.left
    let top = Pixel.round(run.origin.y) - mask.top
    let area = PixelRect(minX: left, minY: top, maxX: left + mask.width, maxY: top + mask.height)
      .intersection(clip)
    guard !area.isEmpty else { return }
    let ink = Ink(run.color)
    for y in area.minY..<area.maxY {
      surface.paint(
        row: y, area.minX..<area.maxX, ink, mask: mask.coverage,
        from: (y - top) * mask.width + area.minX - left)
    }
  }
}
