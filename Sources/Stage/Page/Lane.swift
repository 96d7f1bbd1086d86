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

  init(_ map: PageMap, _ geometry: PageGeometry, _ pen: Pen) {
    let movers = map.movers
    self.movers = movers
    let room = Self.places(map, geometry)
    // Where no car fits, the numbers of sources and targets say what goes where.
    let most = min(LaneView.most, room.map(\.count).max() ?? 0)
    let size = most > 0 ? max((movers.count + most - 1) / most, 1) : max(movers.count, 1)
    let groups =
      most == 0
      ? [] : stride(from: 0, to: movers.count, by: size).map { movers[$0..<min($0 + size, movers.count)] }
    let top = Self.firstCar(count: groups.count, map, geometry, in: room)
    riders = groups.enumerated().map { index, group in
      let first = group[group.startIndex]
      let label = size == 1 ? Glyphs.number(first.number) : "×" + Glyphs.number(group.count)
      return Rider(
        first: first.source, sources: group, label: label, look: first.look,
        car: Self.car(at: top + index, geometry, pen))
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

  private static func car(at visibleRow: Int, _ geometry: PageGeometry, _ pen: Pen) -> Rect {
    let row = geometry.rowRect(geometry.firstRow + visibleRow)
    return Rect(
      x: geometry.lane.x + pen.px(4), y: (row.midY - (geometry.frameHeight + 1) / 2).rounded(.down),
      width: geometry.lane.width - 2 * pen.px(4),
      height: geometry.frameHeight + 1)
  }

  /// Visible rows, in stretches that no free block crosses.
  private static func places(_ map: PageMap, _ geometry: PageGeometry) -> [Range<Int>] {
    let crossed = Set(
      geometry.columns == 2
        ? map.runs.filter { $0.count > geometry.segment }.flatMap {
          geometry.pieces(of: $0.start..<$0.start + $0.count).map {
            geometry.row(of: $0.lowerBound) - geometry.firstRow
          }
        }
        : [])
    var places: [Range<Int>] = []
    for row in 0..<geometry.visibleRows where !crossed.contains(row) {
      if let last = places.last, last.upperBound == row {
        places[places.count - 1] = last.lowerBound..<row + 1
      } else {
        places.append(row..<row + 1)
      }
    }
    return places
  }

  /// The visible row of the first car, as near to the middle between source and target as can be
  /// without standing over a free block that crosses the lane, nor beside either if that can be.
  private static func firstCar(
    count: Int, _ map: PageMap, _ geometry: PageGeometry, in places: [Range<Int>]
  ) -> Int {
    guard let first = map.movers.first else { return 0 }
    let rows = [first.source, first.target].compactMap { pfn in
      pfn.map { geometry.row(of: geometry.nearestVisible($0)) - geometry.firstRow }
    }
    let middle = Float(rows.reduce(0, +)) / Float(max(rows.count, 1)) - Float(count - 1) / 2
    func cost(_ top: Int) -> Float {
      let isBlocked = rows.contains { $0 >= top && $0 < top + count }
      return abs(Float(top) - middle) + (isBlocked ? 1000 : 0)
    }
    let tops = places.flatMap { place in
      place.lowerBound..<max(place.upperBound - count + 1, place.lowerBound)
    }
    return tops.min { cost($0) < cost($1) } ?? 0
  }
}
