extension Painter {
  func fill(_ rect: Rect, _ ink: Ink) {
    guard !rect.isEmpty else { return }
    let columns = Extent(rect.minX, rect.maxX)
    let rows = Extent(rect.minY, rect.maxY)
    for y in inClip(rows.outer) {
      band(row: y, columns, ink, coverage: rows.coverage(at: y))
    }
  }

  /// One row of an upright rectangle; `coverage` is the share of the row that its height takes.
  @inline(__always)
  func band(row y: Int, _ columns: Extent, _ ink: Ink, coverage: UInt32) {
    run(row: y, columns.inner.lowerBound, columns.inner.upperBound, ink, coverage: coverage)
    if columns.outer.lowerBound < columns.inner.lowerBound {
      pixel(columns.outer.lowerBound, y, ink, coverage: Ink.product(columns.first, coverage))
    }
    if columns.outer.upperBound > columns.inner.upperBound {
      pixel(columns.outer.upperBound - 1, y, ink, coverage: Ink.product(columns.last, coverage))
    }
  }

  /// The rows that lie in the clip.
  @inline(__always)
  func inClip(_ rows: Range<Int>) -> Range<Int> {
    rows.clamped(to: clip.minY..<clip.maxY)
  }
}
