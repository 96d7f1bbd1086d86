import Canvas

extension Layout {
  /// Two maps side by side with what both count below them; only one where two would be too narrow.
  mutating func placeBeside(_ beside: Beside, scene: Scene, in room: Rect, _ setter: Typesetter) {
    let gap = max((22 * unit).rounded(), 8)
    let heading = BranchHeading.height(setter: setter)
    let least = MapNeed.leastBeside(scene.map, setter: setter, unit: unit)
    var bottom = room.maxY
    let figures = ComparisonPanel.height(setter: setter, unit: unit)
    if bottom - figures - gap - room.y >= least.height + heading {
      rects[.comparison] = Rect(x: room.x, y: bottom - figures, width: room.width, height: figures)
      bottom -= figures + (gap / 3).rounded()
    }
    let legend = LegendView.height(of: scene.map, width: room.width, setter: setter, unit: unit)
    if legend > 0, bottom - legend - room.y >= least.height * 1.6 + heading {
      rects[.legend] = Rect(x: room.x, y: bottom - legend, width: room.width, height: legend)
      bottom -= legend
    }
    let width = ((room.width - gap) / 2).rounded(.down)
    guard width >= least.width else {
      rects[.map] = Rect(minX: room.x, minY: room.y, maxX: room.maxX, maxY: max(bottom, room.y))
      return
    }
    let left = Rect(x: room.x, y: room.y, width: width, height: max(bottom - room.y, 0))
    let right = left.offset(x: width + gap, y: 0)
    rects[.map] = beside.isLeft ? right : left
    rects[.beside] = beside.isLeft ? left : right
  }
}

extension MapNeed {
  /// The least room for a map that stands beside another one.
  static func leastBeside(_ map: Scene.Map, setter: Typesetter, unit: Float) -> (width: Float, height: Float)
  {
    let em = setter.type.size(.label, .sans) / setter.type.textScale
    switch map {
    case .pages(let map):
      let margins = PageMargins(map, setter: setter, unit: unit, beside: 0)
      return (
        margins.left + margins.right
          + PageGeometry.leastWidth(em: em, unit: unit, columns: 1, isBeside: true),
        ZoneStrip.height(setter: setter, unit: unit) + em * 5
      )
    case .board(let map):
      let margins = BoardMargins(map, setter: setter, unit: unit)
      return (margins.left + margins.right + 32 * BoardGeometry.leastCellPitch, em * 10)
    case .menu, .home, .keys, .events, .article: return (0, 0)
    }
  }
}
