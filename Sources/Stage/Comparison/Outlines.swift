import Canvas
import Simulation

extension Painter {
  /// Round pages that are other than they were, or than those beside them. It stands in the gap.
  mutating func outline(_ box: Rect) {
    list.stroke(box.inset(by: -1), radius: px(5), width: 1, theme.background)
    list.stroke(box.inset(by: -1 - px(2)), radius: px(6), width: px(2), theme.text)
  }
}

extension BoardView {
  /// Outlines round the cells that hold marked pages.
  func drawMarked(with painter: inout Painter) {
    var last: Rect?
    for range in map.marked {
      for pfn in stride(
        from: (range.lowerBound >> map.pageblockOrder) << map.pageblockOrder, to: range.upperBound,
        by: geometry.cellPages)
      {
        guard let box = geometry.box(of: pfn), box != last else { continue }
        if geometry.showsPages {
          drawMarked(range.clamped(to: pfn..<pfn + geometry.cellPages), in: box, with: &painter)
          continue
        }
        painter.list.stroke(box.inset(by: -1), radius: 0, width: painter.px(2), painter.theme.text)
        last = box
      }
    }
  }

  /// Outlines round marked pages of one pageblock, row by row.
  private func drawMarked(_ pages: Range<Pfn>, in cell: Rect, with painter: inout Painter) {
    let perRow = BoardGeometry.pagesPerRow
    var start = pages.lowerBound
    while start < pages.upperBound {
      let count = min(pages.upperBound - start, perRow - start % perRow)
      painter.outline(geometry.box(of: start, count: count, in: cell))
      start += count
    }
  }
}
