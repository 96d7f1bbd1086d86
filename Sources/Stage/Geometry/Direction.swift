import Simulation

/// A way to go on a map.
public enum Direction: CaseIterable, Sendable { case left, right, up, down }

extension Lens {
  /// The page beside another one in the lens; `pfn` itself at a border.
  public func neighbour(of pfn: Pfn, to direction: Direction) -> Pfn {
    let next = pfn + direction.distance(perRow: LensCells.perRow)
    return next >= start && next < start + pages ? next : pfn
  }
}

extension Direction {
  fileprivate func distance(perRow: Int) -> Int {
    switch self {
    case .left: -1
    case .right: 1
    case .up: -perRow
    case .down: perRow
    }
  }
}

extension PageMap {
  func neighbour(of pfn: Pfn, to direction: Direction, perRow: Int) -> Pfn {
    let here = pages(drawnWith: pfn)
    var next = pfn + direction.distance(perRow: perRow)
    if here.contains(next) {
      next = direction == .left || direction == .up ? here.lowerBound - 1 : here.upperBound
    }
    guard range.contains(next) else { return pfn }
    return direction == .left ? pages(drawnWith: next).lowerBound : next
  }

  private func pages(drawnWith pfn: Pfn) -> Range<Pfn> {
    let run = runs.last { $0.start <= pfn }
    guard let run, pfn < run.start + run.count else { return pfn..<pfn + 1 }
    return run.start..<run.start + run.count
  }
}

extension BoardGeometry {
  func neighbour(of pfn: Pfn, to direction: Direction) -> Pfn {
    guard let index = row(of: pfn) else { return rows.first?.start ?? pfn }
    let pageblock = 1 << pageblockOrder
    let offset = pfn - rows[index].start
    let last = cellsPerRow * cellPages - pageblock
    switch direction {
    case .left where offset > 0: return pfn - pageblock
    case .right where offset < last: return pfn + pageblock
    case .left, .up:
      guard index > 0 else { return pfn }
      return rows[index - 1].start + (direction == .left ? last : offset)
    case .right, .down:
      guard index + 1 < rows.count else { return pfn }
      return rows[index + 1].start + (direction == .right ? 0 : offset)
    }
  }
}
