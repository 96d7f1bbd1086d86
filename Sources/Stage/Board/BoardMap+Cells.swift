import Simulation

extension BoardMap {
  /// Goes through the cells of a row that are seen.
  /// - Parameter body: is given the first page of a cell, its place in the row, and what is in it.
  @inline(__always)
  func forEachCell(
    of row: BoardGeometry.Row, in geometry: BoardGeometry,
    _ body: (_ start: Pfn, _ index: Int, _ summary: PageblockSummary) -> Void
  ) {
    let group = geometry.pageblocksPerCell
    let last = lastPresent(around: row, geometry)
    for index in geometry.visibleCells {
      let start = row.start + index * geometry.cellPages
      let first = (start - base) >> pageblockOrder
      guard start <= last, first < summaries.count else { break }
      guard first + group > 0 else { continue }
      var summary = PageblockSummary()
      for offset in max(first, 0)..<min(first + group, summaries.count) {
        if group == 1 { summary = summaries[offset] } else { summary.add(summaries[offset]) }
      }
      body(start, index, summary)
    }
  }

  /// Last page of the zone that a row belongs to.
  private func lastPresent(around row: BoardGeometry.Row, _ geometry: BoardGeometry) -> Pfn {
    let end = row.start + geometry.cellsPerRow * geometry.cellPages
    let last = zones.compactMap(\.ranges.last).first { $0.upperBound >= row.start }
    let range = zones.flatMap(\.ranges).last { $0.lowerBound < end && $0.upperBound >= row.start }
    return min(range?.upperBound ?? end, last?.upperBound ?? end)
  }
}
