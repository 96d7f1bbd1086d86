extension Painter {
  func stroke(_ shape: RoundedRect, width: Float, _ ink: Ink, _ dash: DrawList.Dash) {
    let rect = shape.rect
    guard !rect.isEmpty, width > 0 else { return }
    guard width * 2 < min(rect.width, rect.height) else { return roundedFill(shape, ink) }
    let middle = shape.between(cornersOf: max(shape.radius, width))
    corners(shape, width: width, middle, ink)

    let columns = Float(middle.columns.lowerBound)..<Float(middle.columns.upperBound)
    for part in parts(of: columns, width: width, dash) {
      let top = Rect(minX: part.lowerBound, minY: rect.minY, maxX: part.upperBound, maxY: rect.minY + width)
      fill(top, ink)
      fill(top.offset(x: 0, y: rect.height - width), ink)
    }
    let rows = Float(middle.rows.lowerBound)..<Float(middle.rows.upperBound)
    for part in parts(of: rows, width: width, dash) {
      let left = Rect(minX: rect.minX, minY: part.lowerBound, maxX: rect.minX + width, maxY: part.upperBound)
      fill(left, ink)
      fill(left.offset(x: rect.width - width, y: 0), ink)
    }
  }

  /// What is drawn of a side between two corners, which are always drawn; whole pixels.
  private func parts(of side: Range<Float>, width: Float, _ dash: DrawList.Dash) -> [Range<Float>] {
    if side.isEmpty { return [] }
    if dash == .solid { return [side] }
    return DashPattern(dash, width: width).between(side.upperBound - side.lowerBound).map {
      Float(Pixel.round(side.lowerBound + $0.start))..<Float(Pixel.round(side.lowerBound + $0.end))
    }
  }

  private func corners(
    _ shape: RoundedRect, width: Float, _ middle: (columns: Range<Int>, rows: Range<Int>), _ ink: Ink
  ) {
    let outer = PixelRect(covering: shape.rect)
    let left = (outer.minX..<middle.columns.lowerBound).clamped(to: clip.minX..<clip.maxX)
    let right = (middle.columns.upperBound..<outer.maxX).clamped(to: clip.minX..<clip.maxX)
    for rows in [outer.minY..<middle.rows.lowerBound, middle.rows.upperBound..<outer.maxY] {
      for y in inClip(rows) {
        for x in left { ring(shape, width: width, x, y, ink) }
        for x in right { ring(shape, width: width, x, y, ink) }
      }
    }
  }

  /// One pixel of the ring between the edge and a line `width` pixels further in.
  @inline(__always)
  private func ring(_ shape: RoundedRect, width: Float, _ x: Int, _ y: Int, _ ink: Ink) {
    let depth = 0.5 - shape.distance(x: x, y: y)
    guard depth > 0, depth < width + 1 else { return }
    pixel(x, y, ink, coverage: Pixel.coverage(depth) - Pixel.coverage(depth - width))
  }
}
