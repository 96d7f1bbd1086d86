import Canvas

/// The least room in which a map can still be read.
struct MapNeed {
  var width: Float
  var height: Float

  init(scene: Scene, setter: Typesetter, unit: Float) {
    let em = setter.type.size(.label, .sans) / setter.type.textScale
    switch scene.map {
    case .pages(let map):
      let margins = PageMargins(map, setter: setter, unit: unit)
      width = margins.left + margins.right + PageGeometry.leastWidth(em: em, unit: unit)
      height = ZoneStrip.height(setter: setter, unit: unit) + em * 7
    case .board(let map):
      let margins = BoardMargins(map, setter: setter, unit: unit)
      width = margins.left + margins.right + 64 * BoardGeometry.leastCellPitch
      height = em * 14
    case .menu, .keys, .article, .events:
      width = 0
      height = 0
    }
  }
}
