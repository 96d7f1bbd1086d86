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
    if !stretches.contains(where: { $0.contains(next) }) {
      // Into the zone beside it, as far as there is one.
      let isBack = direction == .left || direction == .up
      let beyond = isBack ? stretches.last { $0.upperBound <= next + 1 && $0.upperBound <= pfn } : nil
      let ahead = isBack ? nil : stretches.first { $0.lowerBound > pfn }
      guard let zone = beyond ?? ahead else { return pfn }
      next = isBack ? zone.upperBound - 1 : zone.lowerBound
    }
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
    guard let index = row(of: pfn) else { return rows.first?.pages.lowerBound ?? pfn }
    let pageblock = 1 << pageblockOrder
    let next = direction == .left ? pfn - pageblock : pfn + pageblock
    switch direction {
    case .left, .right:
      if rows[index].pages.contains(next) { return next }
      let beside = direction == .left ? index - 1 : index + 1
      guard rows.indices.contains(beside) else { return pfn }
      return direction == .left ? rows[beside].pages.upperBound - pageblock : rows[beside].pages.lowerBound
    case .up, .down:
      let beside = direction == .up ? index - 1 : index + 1
      guard rows.indices.contains(beside) else { return pfn }
      let pages = rows[beside].pages
      return min(
        max(rows[beside].start + pfn - rows[index].start, pages.lowerBound), pages.upperBound - pageblock)
    }
  }
}
