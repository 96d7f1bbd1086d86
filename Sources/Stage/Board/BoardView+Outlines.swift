import Canvas
import Simulation

extension BoardView {
  /// Outlines round the cells that hold marked pages.
  func drawMarked(with pen: inout Pen) {
    var last: Rect?
    for range in map.marked {
      for pfn in stride(
        from: (range.lowerBound >> map.pageblockOrder) << map.pageblockOrder, to: range.upperBound,
        by: geometry.cellPages)
      {
        guard let box = geometry.box(of: pfn), box != last else { continue }
        if geometry.showsPages {
          drawMarked(range.clamped(to: pfn..<pfn + geometry.cellPages), in: box, with: &pen)
          continue
        }
        pen.list.stroke(box.inset(by: -1), radius: 0, width: pen.px(2), pen.theme.text)
        last = box
      }
    }
  }

  /// Outlines round marked pages of one pageblock, row by row.
  private func drawMarked(_ pages: Range<Pfn>, in cell: Rect, with pen: inout Pen) {
    let perRow = BoardGeometry.pagesPerRow
    var start = pages.lowerBound
    while start < pages.upperBound {
      let count = min(pages.upperBound - start, perRow - start % perRow)
      pen.outline(geometry.box(of: start, count: count, in: cell))
      start += count
    }
  }
}
