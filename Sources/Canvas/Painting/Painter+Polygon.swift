extension Painter {
  /// Each row is looked at along several scan lines; on each, what lies between the first and second,
  /// third and fourth … crossing with an edge is inside.
  func polygon(_ corners: [Point], _ ink: Ink) {
    guard corners.count >= 3 else { return }
    let area = PixelRect(covering: Rect(enclosing: corners)).intersection(clip)
    guard !area.isEmpty else { return }
    let columns = area.minX..<area.maxX
    for y in area.minY..<area.maxY {
      scratch.coverage.clear(columns)
      for line in 0..<CoverageRow.lines {
        let height = Float(y) + (Float(line) + 0.5) / Float(CoverageRow.lines)
        findCrossings(corners, height: height)
        for pair in stride(from: 0, to: scratch.crossings.count - 1, by: 2) {
          scratch.coverage.add(
            within(columns, scratch.crossings[pair]), within(columns, scratch.crossings[pair + 1]))
        }
      }
      scratch.coverage.forEachRun(in: columns) { run, coverage in
        surface.paint(row: y, run, ink, coverage: coverage)
      }
    }
  }

  /// Leaves the places where the outline crosses a height in the scratch memory, from left to right.
  private func findCrossings(_ corners: [Point], height: Float) {
    scratch.crossings.removeAll(keepingCapacity: true)
    var from = corners[corners.count - 1]
    for to in corners {
      if (from.y <= height) != (to.y <= height) {
        let x = from.x + (height - from.y) * ((to.x - from.x) / (to.y - from.y))
        if !x.isNaN { scratch.crossings.append(x) }
      }
      from = to
    }
    scratch.crossings.sort()
  }

  /// A crossing brought into the row, in the units of `CoverageRow`.
  private func within(_ columns: Range<Int>, _ crossing: Float) -> Int {
    let place = min(max(crossing, Float(columns.lowerBound)), Float(columns.upperBound))
    return Int(place * Float(CoverageRow.unit))
  }
}
