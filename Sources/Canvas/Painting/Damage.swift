/// The areas in which two pictures may differ, found from their lists alone.
struct Damage {
  /// Areas to paint again; few, and they may overlap a little.
  private(set) var areas: [PixelRect] = []

  /// More areas than this are not worth their own pass over the list.
  private static let areasMax = 16

  init() {}

  /// What has to be painted again to make the picture of `new` out of that of `old`. The items that
  /// both lists have in common, in the same order, leave the picture as it is wherever nothing else
  /// paints; so the damage is the bounds of all others.
  init(from old: BoundedList, to new: BoundedList) {
    var comparison = ListComparison(old.list.items, new.list.items)
    if let (removed, added) = comparison.differsThroughout() {
      let all = (old.bounds[removed] + new.bounds[added]).reduce(PixelRect.empty) { $0.union($1) }
      add(all)
      return
    }
    comparison.forEachDifference(
      removed: { add(old.bounds[$0]) },
      added: { add(new.bounds[$0]) })
  }

  mutating func add(_ area: PixelRect) {
    guard !area.isEmpty, !areas.contains(where: { $0.contains(area) }) else { return }
    var grown = area
    // Joining may make the result worth joining with yet another one.
    while let index = areas.firstIndex(where: { Self.belongTogether($0, grown) }) {
      grown = grown.union(areas.remove(at: index))
    }
    areas.append(grown)
    if areas.count > Self.areasMax { joinCheapest() }
  }

  /// Painting both at once costs no more than half as much again as painting each.
  private static func belongTogether(_ a: PixelRect, _ b: PixelRect) -> Bool {
    a.union(b).area * 2 <= (a.area + b.area) * 3
  }

  private mutating func joinCheapest() {
    let last = areas.removeLast()
    let nearest = areas.indices.min {
      areas[$0].union(last).area - areas[$0].area < areas[$1].union(last).area - areas[$1].area
    }
    if let nearest { areas[nearest] = areas[nearest].union(last) }
  }
}
