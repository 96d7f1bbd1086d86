/// What one panel of the right column needs, and how much it is missed where not all find room.
struct ColumnNeed {
  var panel: Panel
  var worth: Int
  var need: PanelNeed

  /// Those of all panels that have something to show, from the top.
  static func all(of scene: Scene, _ sizes: PanelSizes) -> [ColumnNeed] {
    Scene.column.compactMap { entry in
      entry.of(scene).map { panel in
        ColumnNeed(panel: entry.panel, worth: type(of: panel).worth, need: panel.need(sizes))
      }
    }
  }
}

extension [ColumnNeed] {
  /// Pixels that they take below each other.
  func height(width: Float, gap: Float) -> Float {
    reduce(0) { $0 + $1.need.height(width: width) } + gap * Float(Swift.max(count - 1, 0))
  }

  /// What remains of them in a column.
  func folded(width: Float, height: Float, gap: Float) -> [ColumnNeed] {
    var kept = self
    for least in sorted(by: { $0.worth < $1.worth }) where kept.height(width: width, gap: gap) > height {
      kept.removeAll { $0.panel == least.panel }
    }
    return kept
  }
}
