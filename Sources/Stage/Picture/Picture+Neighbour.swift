import Simulation

extension Stage.Picture {
  /// The page or pageblock that lies beside the one at `pfn` on the map; `pfn` itself at a border. On a
  /// map of pages, what is drawn as one counts as one.
  public func neighbour(of pfn: Pfn, to direction: Direction, on map: Scene.Map) -> Pfn {
    switch map {
    case .pages(let map):
      guard let geometry = hits.pageGeometry else { return pfn }
      return map.neighbour(of: pfn, to: direction, perRow: geometry.columns * geometry.segment)
    case .board: return hits.boardGeometry?.neighbour(of: pfn, to: direction) ?? pfn
    case .menu, .home, .keys, .article, .events: return pfn
    }
  }
}
