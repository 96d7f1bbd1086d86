extension Painter {
  /// Pixels that are not opaque let the ground shine through.
  func blit(_ image: Image, in rect: Rect) {
    let place = PixelRect(rounding: rect)
    let area = PixelRect(
      minX: place.minX, minY: place.minY, maxX: min(place.maxX, place.minX + image.width),
      maxY: min(place.maxY, place.minY + image.height)
    ).intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.minY..<area.maxY {
      surface.paint(
        row: y, area.minX..<area.maxX, image: image.pixels,
        from: (y - place.minY) * image.width + area.minX - place.minX)
    }
  }
}
