import Simulation

extension BoardMap {
  /// Goes through the cells of a row that are seen, and belong to its zone.
  /// - Parameter body: is given the first page of a cell, its place in the row, and what is in it.
  @inline(__always)
  func forEachCell(
    of row: BoardGeometry.Row, in geometry: BoardGeometry,
    _ body: (_ start: Pfn, _ index: Int, _ summary: PageblockSummary) -> Void
  ) {
    let group = geometry.pageblocksPerCell
    let own =
      (row.pages.lowerBound - base) >> pageblockOrder..<(row.pages.upperBound - base) >> pageblockOrder
    let known = own.clamped(to: 0..<summaries.count)
    for index in geometry.visibleCells {
      let start = row.start + index * geometry.cellPages
      let first = (start - base) >> pageblockOrder
      guard first < known.upperBound else { break }
      guard first + group > known.lowerBound else { continue }
      var summary = PageblockSummary()
      for offset in max(first, known.lowerBound)..<min(first + group, known.upperBound) {
        if group == 1 { summary = summaries[offset] } else { summary.add(summaries[offset]) }
      }
      body(start, index, summary)
    }
  }
}
