/// The least room in which a map can still be read.
struct MapNeed {
  /// In letters nearly as large as texts are wanted.
  var width: Float
  /// In letters of 100 %.
  var height: Float
  /// In letters as large as texts are wanted.
  var heightAtTextSize: Float
  /// With all rows of a map of pages, in letters as large as texts are wanted.
  var allRows: Float = 0

  /// Letters of the map may be that much smaller than texts for panels beside it.
  private static let nearly: Float = 5 / 6

  init(scene: Scene, setter: Typesetter, unit: Float) {
    let scaled = setter.type.size(.label, .sans)
    let em = scaled / setter.type.textScale
    switch scene.map {
    case .pages(let map):
      let margins = PageMargins(map, setter: setter, unit: unit)
      width =
        margins.left + margins.right + PageGeometry.leastWidth(em: max(em, scaled * Self.nearly), unit: unit)
      let strip = ZoneStrip.height(setter: setter, unit: unit)
      height = strip + em * 7
      heightAtTextSize = strip + scaled * 7
      let gap = max((3 * unit).rounded(), 2)
      let row = PageGeometry.Fit.leastRow(
        cap: setter.type.capHeight(.label), gap: gap, isPresenting: setter.type.isPresenting)
      allRows = Float(map.stretches.reduce(0) { $0 + ($1.count + 31) / 32 }) * row
    case .board(let map):
      let margins = BoardMargins(map, setter: setter, unit: unit)
      width = margins.left + margins.right + max(64 * BoardGeometry.leastCellPitch, scaled * 30)
      height = em * 14
      heightAtTextSize = scaled * 14
    case .menu, .home, .keys, .article, .events:
      width = 0
      height = 0
      heightAtTextSize = 0
    }
  }
}
