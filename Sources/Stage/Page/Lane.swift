import Canvas
import Simulation

/// Where the cars of the lane stand, and who rides in them.
struct Lane {
  /// One page, or a group of them.
  struct Rider {
    /// Source of its first page.
    var first: Pfn
    var sources: ArraySlice<PageMap.Mover>
    var label: String
    var look: PageLook
    var car: Rect
  }

  let riders: [Rider]
  private let movers: [PageMap.Mover]

  init(_ map: PageMap, _ geometry: PageGeometry, _ painter: Painter) {
    let movers = map.movers
    self.movers = movers
    let size = max((movers.count + LaneView.most - 1) / LaneView.most, 1)
    let groups = stride(from: 0, to: movers.count, by: size).map { movers[$0..<min($0 + size, movers.count)] }
    let top = Self.firstCar(count: groups.count, map, geometry)
    riders = groups.enumerated().map { index, group in
      let first = group[group.startIndex]
      let label = size == 1 ? Glyphs.number(first.number) : "×" + Glyphs.number(group.count)
      return Rider(
        first: first.source, sources: group, label: label, look: first.look,
        car: Self.car(at: top + index, geometry, painter))
    }
  }

  /// The page that moves first; there is one when there are riders.
  var first: PageMap.Mover { movers[0] }

  /// All cars together; nil when nobody rides.
  var bounds: Rect? {
    riders.isEmpty ? nil : riders.reduce(.zero) { $0.union($1.car) }
  }

  func car(of source: Pfn) -> Rect? {
    riders.first { $0.sources.contains { $0.source == source } }?.car
  }

  private static func car(at visibleRow: Int, _ geometry: PageGeometry, _ painter: Painter) -> Rect {
    let row = geometry.rowRect(geometry.firstRow + visibleRow)
    return Rect(
      x: geometry.lane.x + painter.px(4), y: row.y, width: geometry.lane.width - 2 * painter.px(4),
      height: geometry.rowPitch - geometry.gap + 1)
  }

  /// The visible row of the first car, as near to the middle between source and target as can be
  /// without standing beside either or over a free block that crosses the lane.
  private static func firstCar(count: Int, _ map: PageMap, _ geometry: PageGeometry) -> Int {
    guard let first = map.movers.first else { return 0 }
    let rows = [first.source, first.target].compactMap { pfn in
      pfn.map { geometry.row(of: geometry.nearestVisible($0)) - geometry.firstRow }
    }
    let last = max(geometry.visibleRows - count, 0)
    let middle = Float(rows.reduce(0, +)) / Float(max(rows.count, 1)) - Float(count - 1) / 2
    func cost(_ top: Int) -> Float {
      let isBlocked = rows.contains { $0 >= top && $0 < top + count } || isCrossed(top, count, map, geometry)
      return abs(Float(top) - middle) + (isBlocked ? 1000 : 0)
    }
    return (0...last).min { cost($0) < cost($1) } ?? 0
  }

  private static func isCrossed(_ top: Int, _ count: Int, _ map: PageMap, _ geometry: PageGeometry) -> Bool {
    guard geometry.columns == 2 else { return false }
    return map.runs.contains { run in
      guard run.count > geometry.segment else { return false }
      let row = geometry.row(of: run.start) - geometry.firstRow
      return row >= top && row < top + count
    }
  }
}
