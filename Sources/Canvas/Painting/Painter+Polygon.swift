extension Painter {
  /// Each row is looked at along several scan lines; on each, what lies between the first and second,
  /// third and fourth … crossing with an edge is inside.
  func polygon(_ corners: [Point], _ ink: Ink) {
    guard corners.count >= 3 else { return }
    let area = PixelRect(covering: Rect(enclosing: corners)).intersection(clip)
    guard !area.isEmpty else { return }
    let columns = area.minX..<area.maxX
    scratch.borrow { row, crossings in
      for y in area.minY..<area.maxY {
        row.clear(columns)
        for line in 0..<CoverageRow.lines {
          let height = Float(y) + (Float(line) + 0.5) / Float(CoverageRow.lines)
          Self.find(&crossings, of: corners, height: height)
          var inside = 0
          while inside + 1 < crossings.count {
            row.add(Self.within(columns, crossings[inside]), Self.within(columns, crossings[inside + 1]))
            inside += 2
          }
        }
        row.forEachRun(in: columns) { run, coverage in
          surface.paint(row: y, run, ink, coverage: coverage)
        }
      }
    }
  }

  /// Leaves the places where the outline crosses a height in `crossings`, from left to right.
  private static func find(_ crossings: inout [Float], of corners: [Point], height: Float) {
    crossings.removeAll(keepingCapacity: true)
    var from = corners[corners.count - 1]
    for to in corners {
      if (from.y <= height) != (to.y <= height) {
        let x = from.x + (height - from.y) * ((to.x - from.x) / (to.y - from.y))
        if !x.isNaN { crossings.append(x) }
      }
      from = to
    }
    if crossings.count == 2 {
      if crossings[1] < crossings[0] { crossings.swapAt(0, 1) }
    } else {
      crossings.sort()
    }
  }

  /// A crossing brought into the row, in the units of `CoverageRow`.
  private static func within(_ columns: Range<Int>, _ crossing: Float) -> Int {
    let place = min(max(crossing, Float(columns.lowerBound)), Float(columns.upperBound))
    return Int(place * Float(CoverageRow.unit))
  }
}
