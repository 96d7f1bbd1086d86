import Canvas
import Simulation

/// Where a map stands: its room, and its pages or pageblocks in it.
struct MapPlan {
  /// Where what is on the map stands.
  enum Places {
    /// - span: from where to where the whole range would reach.
    case pages(PageMap, PageGeometry, span: (left: Float, right: Float))
    case board(BoardMap, BoardGeometry)
    /// Lists place their rows when they are drawn.
    case list(Scene.Map)
  }

  let rect: Rect
  let places: Places

  /// - Parameter aside: pixels that it stands further right than the map that keys go to.
  init(
    _ map: Scene.Map, of scene: Scene, motion: Motion?, in rect: Rect, aside: Float, setter: Typesetter,
    unit: Float
  ) {
    self.rect = rect
    let zoom = scene.zoom?.moved(by: aside)
    let way = motion?.zoom(to: scene)
    let type = setter.type
    switch map {
    case .pages(let map):
      let isBeside = scene.beside != nil
      let margins = PageMargins(map, setter: setter, unit: unit, beside: isBeside ? rect.width : nil)
      let strip = scene.isPresenting ? 0 : ZoneStrip.height(setter: setter, unit: unit)
      let whole = PageGeometry(
        map: map, in: Rect(minX: rect.x, minY: rect.y + strip, maxX: rect.maxX, maxY: rect.maxY),
        margins: (margins.left, margins.right),
        em: ((type.size(.label, .sans) / type.textScale).rounded(), type.size(.label, .sans)),
        cap: type.capHeight(.label), unit: unit, pillRoom: margins.pill, isPresenting: scene.isPresenting,
        isBeside: isBeside)
      let geometry =
        way.map { whole.zoomed(from: $0.from, to: $0.to, share: $0.share) } ?? whole.zoomed(zoom)
      places = .pages(map, geometry, span: whole.span)
    case .board(let map):
      let whole = BoardGeometry(
        map: map, in: rect, margins: BoardMargins(map, setter: setter, unit: unit),
        em: type.size(.label, .sans), unit: unit)
      let geometry =
        way.map { whole.zoomed(from: $0.from, to: $0.to, share: $0.share) } ?? whole.zoomed(zoom)
      places = .board(map, geometry)
    case .events, .article, .keys, .menu, .home: places = .list(map)
    }
  }

  /// How close the map is looked at, on the way there if it moves; nil where all of it is shown.
  var zoom: Zoom? {
    switch places {
    case .pages(_, let geometry, _): geometry.zoom
    case .board(_, let geometry): geometry.zoom
    case .list: nil
    }
  }

  /// The focus is in none of the rows around what was to stay at its height.
  var hasLetGo: Bool {
    if case .pages(_, let geometry, _) = places { geometry.hasLetGo } else { false }
  }

  var pageblocksPerCell: Int {
    if case .board(_, let geometry) = places { geometry.pageblocksPerCell } else { 1 }
  }

  /// First pages of the pageblocks whose pages are seen.
  var pageblocksInDetail: [Pfn] {
    guard case .board(let map, let geometry) = places, geometry.showsPages else { return [] }
    var pageblocks: [Pfn] = []
    for row in geometry.rows {
      map.forEachCell(of: row, in: geometry) { start, _, summary in
        if summary.present > 0 { pageblocks.append(start) }
      }
    }
    return pageblocks
  }
}
