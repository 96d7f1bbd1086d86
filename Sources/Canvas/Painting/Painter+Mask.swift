extension Painter {
  /// Lays ink through a mask whose upper left corner lies on a whole pixel.
  func lay(_ mask: CoverageMask, at corner: Point, _ ink: Ink) {
    let (left, top) = (Int(corner.x), Int(corner.y))
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
