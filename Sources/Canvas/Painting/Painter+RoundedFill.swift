extension Painter {
  func roundedFill(_ shape: RoundedRect, _ ink: Ink) {
    guard !shape.rect.isEmpty else { return }
    guard shape.radius > 0 else { return fill(shape.rect, ink) }
    let columns = Extent(shape.rect.minX, shape.rect.maxX)
    let rows = Extent(shape.rect.minY, shape.rect.maxY)
    let middle = shape.between(cornersOf: shape.radius)
    for y in inClip(rows.outer) {
      if middle.rows.contains(y) {
        band(row: y, columns, ink, coverage: 255)
      } else {
        cornerRow(shape, row: y, columns.outer, middle.columns, ink, coverage: rows.coverage(at: y))
      }
    }
  }

  /// A row through two corners: pixel by pixel from both ends until the edge is passed, all at once
  /// between.
  private func cornerRow(
    _ shape: RoundedRect, row y: Int, _ columns: Range<Int>, _ middle: Range<Int>, _ ink: Ink,
    coverage: UInt32
  ) {
    var start = max(columns.lowerBound, clip.minX)
    while start < middle.lowerBound {
      let covered = shape.coverage(x: start, y: y)
      if covered == 255 { break }
      pixel(start, y, ink, coverage: covered)
      start += 1
    }
    var end = min(columns.upperBound, clip.maxX)
    while end > middle.upperBound {
      let covered = shape.coverage(x: end - 1, y: y)
      if covered == 255 { break }
      pixel(end - 1, y, ink, coverage: covered)
      end -= 1
    }
    run(row: y, start, end, ink, coverage: coverage)
  }
}
