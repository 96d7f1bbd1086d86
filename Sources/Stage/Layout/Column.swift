import Canvas

/// The right column: the panels that always stand there from the top, and from the bottom what has been
/// opened. That takes the room that is free, then lies over the panels above it; so nothing moves.
struct Column {
  private(set) var rects: [Panel: Rect] = [:]
  /// 0 where nothing that always stands there finds room: then there is no column.
  private(set) var width: Float = 0

  /// - Parameter room: what the map can spare.
  init(_ scene: Scene, _ sizes: PanelSizes, in room: Rect, gap: Float) {
    let needs = ColumnNeed.all(of: scene, sizes)
    let lasting = needs.filter { $0.stay == .always }
    let wanted = min(lasting.map(\.need.width).max() ?? 0, room.width).rounded(.down)
    let fitting = lasting.filter { $0.need.least <= wanted }
    let kept = fitting.best(width: wanted, height: room.height, gap: gap)
    guard !kept.isEmpty else { return }
    width = wanted
    let column = Rect(minX: room.maxX - width, minY: room.minY, maxX: room.maxX, maxY: room.maxY)
    var free = stack(kept, in: column, gap: gap)
    for need in needs where need.stay == .whereRoomIsLeft {
      let height = need.need.height(width: width)
      guard need.need.least <= width, free + height <= column.maxY else { continue }
      rects[need.panel] = Rect(x: column.x, y: free, width: width, height: height)
      free += height + gap
    }
    open(needs.filter { $0.stay == .whileOpen && $0.need.least <= width }, in: column, gap: gap)
  }

  /// Places the panels below each other; what is left of the height goes to their rows. Returns where it ends.
  private mutating func stack(_ panels: [ColumnNeed], in column: Rect, gap: Float) -> Float {
    let rows = panels.reduce(0) { $0 + $1.need.rows }
    let slack = column.height - panels.height(width: column.width, gap: gap)
    let elastic = panels.reduce(0) { $0 + $1.need.elastic(width: column.width) }
    var y = column.y
    for panel in panels {
      let need = panel.need
      var height = need.height(width: column.width)
      if slack < 0 {
        height += slack * need.elastic(width: column.width) / max(elastic, 1)
      } else if rows > 0 {
        height += min(slack / Float(rows), need.pitch * 0.3) * Float(need.rows)
      }
      rects[panel.panel] = Rect(x: column.x, y: y, width: column.width, height: height.rounded(.down))
      y += height.rounded(.down) + gap
    }
    return y
  }

  /// Places what has been opened, the worthiest lowest; what it would cut off goes, and leaves it its room.
  private mutating func open(_ panels: [ColumnNeed], in column: Rect, gap: Float) {
    let chosen = panels.best(width: width, height: column.height, gap: gap).sorted { $0.worth > $1.worth }
    guard let highest = chosen.last?.panel else { return }
    var bottom = column.maxY
    var opened: [Panel: Rect] = [:]
    for panel in chosen {
      let height = min(panel.need.height(width: width), bottom - column.y)
      opened[panel.panel] = Rect(x: column.x, y: bottom - height, width: width, height: height)
      bottom -= height + gap
    }
    let covered = rects.filter { $0.value.maxY > bottom + 0.5 }
    rects = rects.filter { covered[$0.key] == nil }
    if !covered.isEmpty, let rect = opened[highest] {
      let top = rects.values.map { $0.maxY + gap }.max() ?? column.y
      opened[highest] = Rect(minX: rect.minX, minY: top, maxX: rect.maxX, maxY: rect.maxY)
    }
    rects.merge(opened) { $1 }
  }
}

/// What one panel of the right column needs, and how much it is missed where not all find room.
struct ColumnNeed {
  var panel: Panel
  var worth: Int
  var stay: PanelStay
  var need: PanelNeed

  /// Those of all panels that have something to show and are not folded away, from the top.
  static func all(of scene: Scene, _ sizes: PanelSizes) -> [ColumnNeed] {
    Scene.column.compactMap { entry in
      guard !scene.folded.contains(entry.panel) else { return nil }
      return entry.of(scene).map { panel in
        ColumnNeed(
          panel: entry.panel, worth: type(of: panel).worth, stay: type(of: panel).stay,
          need: panel.need(sizes))
      }
    }
  }
}

extension [ColumnNeed] {
  /// Pixels that they take below each other.
  func height(width: Float, gap: Float) -> Float {
    reduce(0) { $0 + $1.need.height(width: width) } + gap * Float(Swift.max(count - 1, 0))
  }

  /// Those that find room below each other, the worthiest first: none is missing that would still fit.
  func best(width: Float, height: Float, gap: Float) -> [ColumnNeed] {
    var kept: Set<Panel> = []
    for candidate in sorted(by: { $0.worth > $1.worth }) {
      let panels = filter { kept.contains($0.panel) || $0.panel == candidate.panel }
      let elastic = panels.reduce(0) { $0 + $1.need.elastic(width: width) }
      if panels.height(width: width, gap: gap) - elastic <= height { kept.insert(candidate.panel) }
    }
    return filter { kept.contains($0.panel) }
  }
}
