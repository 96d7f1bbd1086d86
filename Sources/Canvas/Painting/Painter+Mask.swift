extension Painter {
  /// Lays ink through a mask set down at a pixel.
  func lay(_ mask: CoverageMask, x: Int, y: Int, _ ink: Ink) {
    let (left, top) = (x + mask.left, y - mask.top)
    let area = PixelRect(minX: left, minY: top, maxX: left + mask.width, maxY: top + mask.height)
      .intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.minY..<area.maxY {
      surface.paint(
        row: y, area.minX..<area.maxX, ink, mask: mask.coverage,
        from: (y - top) * mask.width + area.minX - left)
    }
  }
}
