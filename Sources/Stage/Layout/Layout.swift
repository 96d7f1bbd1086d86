import Canvas
import Simulation

/// Where everything stands in a window of a certain size. Where room is short the right column folds:
/// first the counters, then the algorithm, then what is left of it.
public struct Layout: Equatable, Sendable {
  public let width: Float
  public let height: Float
  /// Pixels of this window for one pixel of a picture 1080 lines high.
  public let unit: Float
  /// The panels that are shown.
  public internal(set) var rects: [Panel: Rect] = [:]

  public subscript(panel: Panel) -> Rect? { rects[panel] }

  public init(scene: Scene, width: Float, height: Float, setter: Typesetter) {
    self.width = width
    self.height = height
    let type = setter.type
    let em = type.size(.label, .sans)
    let unit = TypeScale.pictureHeight(width: width, height: height) / 1080
    self.unit = unit
    func px(_ length: Float) -> Float { max((length * unit).rounded(), 1) }
    let margin = px(32)
    let gap = px(14)

    if scene.isPresenting {
      placePresenting(scene, setter)
      return
    }
    // From the top and from the bottom inwards.
    rects[.title] = Rect(x: 0, y: 0, width: width, height: (em * 3.2).rounded())
    var top = (em * 3.2).rounded() + px(16)
    if let message = scene.message {
      let room = width - 2 * margin
      let rect = Rect(
        x: margin, y: top, width: room,
        height: MessageLine.height(of: message, width: room, setter: setter, unit: unit))
      rects[.message] = rect
      top = rect.maxY + px(10)
    }
    if scene.prompt != nil {
      let rect = Rect(x: margin, y: top, width: width - 2 * margin, height: (em * 2.2).rounded())
      rects[.prompt] = rect
      top = rect.maxY + px(10)
    }
    let keyRow = Rect(
      x: margin, y: height - px(9) - (em * 1.7).rounded(), width: width - 2 * margin,
      height: (em * 1.7).rounded())
    var bottom = keyRow.y
    placeKeys(scene, in: keyRow, setter)
    if scene.map.fillsWindow {
      rects[.map] = Rect(minX: margin, minY: top, maxX: width - margin, maxY: bottom - gap)
      return
    }
    if scene.timeline != nil {
      rects[.timeline] = Rect(
        x: margin, y: bottom - (em * 2.3).rounded(), width: width - 2 * margin, height: (em * 2.3).rounded())
      bottom -= (em * 2.3).rounded()
    }
    bottom -= px(4)

    if let beside = scene.beside {
      placeBeside(
        beside, scene: scene, in: Rect(minX: margin, minY: top, maxX: width - margin, maxY: bottom), setter)
      return
    }
    // The right column takes what the map can spare.
    let isBoard = if case .board = scene.map { true } else { false }
    let sizes = PanelSizes(setter: setter, unit: unit, isBesideBoard: isBoard)
    let needs = ColumnNeed.all(of: scene, sizes).filter { !scene.folded.contains($0.panel) }
    let mapNeeds = MapNeed(scene: scene, setter: setter, unit: unit)
    let spare = width - 2 * margin - gap * 1.6 - mapNeeds.width
    let column = Rect(minX: width - margin - max(spare, 0), minY: top, maxX: width - margin, maxY: bottom)
    let columnWidth = placeColumn(needs, in: column, gap: gap)
    let right = columnWidth > 0 ? width - margin - columnWidth - (gap * 1.6).rounded() : width - margin

    // The left side: map, legend, explanation.
    let left = Rect(minX: margin, minY: top, maxX: right, maxY: bottom)
    var mapBottom = bottom
    if let panel = standIn(of: scene) {
      // It can be scrolled, so the map keeps its size as long as a few lines remain.
      let room = bottom - top - px(8)
      let least = sizes.frame + (em * 1.45).rounded() * 3
      let most = max(min(max(room - mapNeeds.heightAtTextSize, least), room - mapNeeds.height), 0)
      let wanted = needs.first { $0.panel == panel }?.need.height(width: left.width)
      let height = panel == .edit ? most : min(wanted ?? most, most)
      rects[panel] = Rect(x: left.x, y: bottom - height, width: left.width, height: height)
      mapBottom -= height + px(8)
    } else if let explanation = scene.explanation {
      let wanted = ExplanationView.height(
        of: explanation, width: left.width, leastLines: isBoard ? 2 : 3, setter: setter, unit: unit)
      let height = min(wanted, max(bottom - top - mapNeeds.height - px(8), 0))
      // Somebody who looks for a place needs the map more than what is said of the last step.
      let isSpared = scene.prompt != nil && height > bottom - top - mapNeeds.heightAtTextSize
      if !isSpared {
        rects[.explanation] = Rect(x: left.x, y: bottom - height, width: left.width, height: height)
        mapBottom -= height + px(8)
      }
    }
    let legendHeight = LegendView.height(of: scene.map, width: left.width, setter: setter, unit: unit)
    if legendHeight > 0, mapBottom - legendHeight - top >= mapNeeds.heightAtTextSize {
      rects[.legend] = Rect(
        x: left.x, y: mapBottom - legendHeight, width: left.width, height: legendHeight)
      mapBottom -= legendHeight
    }
    rects[.map] = Rect(minX: left.x, minY: top, maxX: left.maxX, maxY: max(mapBottom - px(2), top))
    splitTimeline(at: right, column: width - margin - right, gap: gap)
  }

  /// What stands where the explanation does, because there is no room for a column: what is chosen in, or
  /// what is known of the thing that is inspected.
  private func standIn(of scene: Scene) -> Panel? {
    if scene.ring == .edit, scene.edit != nil, rects[.edit] == nil { return .edit }
    let isWanted = scene.inspector != nil && !scene.folded.contains(.inspector)
    return isWanted && rects[.inspector] == nil ? .inspector : nil
  }

  /// The sentence on top, below it what must be read or typed, and the map in all that is left.
  private mutating func placePresenting(_ scene: Scene, _ setter: Typesetter) {
    let em = setter.type.size(.label, .sans)
    let margin = max((40 * unit).rounded(), 6)
    let gap = max((12 * unit).rounded(), 3)
    rects[.explanation] = Rect(
      x: margin, y: gap, width: width - 2 * margin, height: SentenceView.height(setter: setter))
    var top = gap + SentenceView.height(setter: setter) + gap
    func place(_ panel: Panel, height: Float) {
      rects[panel] = Rect(x: margin, y: top, width: width - 2 * margin, height: height)
      top += height + gap
    }
    if let message = scene.message {
      place(
        .message,
        height: MessageLine.height(of: message, width: width - 2 * margin, setter: setter, unit: unit))
    }
    if scene.prompt != nil { place(.prompt, height: (em * 2.2).rounded()) }
    let side = max((13 * unit).rounded(), 3)
    rects[.map] = Rect(minX: side, minY: top, maxX: width - side, maxY: max(height - gap, top))
  }

  /// The key line keeps two thirds of its row when live data has something to say.
  private mutating func placeKeys(_ scene: Scene, in row: Rect, _ setter: Typesetter) {
    guard let live = scene.live else {
      rects[.keys] = row
      return
    }
    let wanted = LiveLine.width(of: live, setter: setter) + setter.type.size(.label, .sans)
    let liveWidth = min(wanted, row.width * 0.4)
    rects[.keys] = Rect(
      x: row.x, y: row.y, width: row.width - liveWidth - setter.type.size(.label, .sans), height: row.height)
    rects[.live] = Rect(x: row.maxX - liveWidth, y: row.y, width: liveWidth, height: row.height)
  }

  /// Stacks the panels at the right side of `room`, folding what finds no place there; the column is no
  /// wider than what is left needs. Returns its width, 0 when nothing is left.
  private mutating func placeColumn(_ needs: [ColumnNeed], in room: Rect, gap: Float) -> Float {
    var width = min(needs.map(\.need.width).max() ?? 0, room.width).rounded(.down)
    var kept = needs.filter { $0.need.least <= width }.folded(width: width, height: room.height, gap: gap)
    guard !kept.isEmpty else { return 0 }
    if kept.count < needs.count, !kept.contains(where: \.need.keepsColumnWide) {
      width = min(width, kept.map(\.need.modest).max() ?? 0)
      kept = kept.folded(width: width, height: room.height, gap: gap)
    }
    stack(
      kept, in: Rect(minX: room.maxX - width, minY: room.minY, maxX: room.maxX, maxY: room.maxY), gap: gap)
    return width
  }

  /// Places the panels below each other; what is left of the height goes to their rows.
  private mutating func stack(_ panels: [ColumnNeed], in column: Rect, gap: Float) {
    let rows = panels.reduce(0) { $0 + $1.need.rows }
    let slack = column.height - panels.height(width: column.width, gap: gap)
    var y = column.y
    for panel in panels {
      let need = panel.need
      let share = rows > 0 ? min(slack / Float(rows), need.pitch * 0.3) * Float(need.rows) : 0
      let height = (need.height(width: column.width) + share).rounded(.down)
      rects[panel.panel] = Rect(x: column.x, y: y, width: column.width, height: height)
      y += height + gap
    }
  }

  /// The timeline ends where the map does, when there is a column to put its key under.
  private mutating func splitTimeline(at right: Float, column: Float, gap: Float) {
    guard column > 0, let rect = rects[.timeline] else { return }
    rects[.timeline]?.width = right - rect.x
    rects[.timelineKey] = Rect(
      x: right + gap * 1.6, y: rect.y, width: column - gap * 1.6, height: rect.height)
  }
}
