import Canvas

/// Where everything stands in a window of a certain size. Where room is short the right column folds:
/// first the counters, then the algorithm, then what is left of it.
public struct Layout: Equatable, Sendable {
  public let width: Float
  public let height: Float
  /// Pixels of this window for one pixel of a picture 1080 lines high.
  public let unit: Float
  /// The panels that are shown.
  public internal(set) var rects: [Panel: Rect] = [:]

  /// Not all that is said to the room is seen at once.
  public private(set) var hasMoreToSay = false

  public subscript(panel: Panel) -> Rect? { rects[panel] }

  public init(scene: Scene, width: Float, height: Float, setter: Typesetter) {
    self.width = width
    self.height = height
    unit = TypeScale.pictureHeight(width: width, height: height) / 1080
    if let speech = scene.speech {
      placePresenting(scene, speech, setter)
      return
    }
    // From the top and from the bottom inwards.
    let top = placeTop(scene, setter)
    let em = setter.type.size(.label, .sans)
    let keyRow = Rect(
      x: margin, y: height - px(9) - (em * 1.7).rounded(), width: width - 2 * margin,
      height: (em * 1.7).rounded())
    placeKeys(scene, in: keyRow, setter)
    if scene.map.fillsWindow {
      rects[.map] = Rect(minX: margin, minY: top, maxX: width - margin, maxY: keyRow.y - gap)
      return
    }
    var bottom = keyRow.y
    if scene.timeline != nil {
      rects[.timeline] = Rect(
        x: margin, y: bottom - (em * 2.3).rounded(), width: width - 2 * margin, height: (em * 2.3).rounded())
      bottom -= (em * 2.3).rounded()
    }
    bottom -= px(4)
    let room = Rect(minX: margin, minY: top, maxX: width - margin, maxY: bottom)
    if let beside = scene.beside {
      placeBeside(beside, scene: scene, in: room, setter)
      return
    }

    // The right column takes what the map can spare.
    let isBoard = if case .board = scene.map { true } else { false }
    let sizes = PanelSizes(setter: setter, unit: unit, isBesideBoard: isBoard)
    let needs = ColumnNeed.all(of: scene, sizes).filter { !scene.folded.contains($0.panel) }
    let mapNeed = MapNeed(scene: scene, setter: setter, unit: unit)
    let spare = max(width - 2 * margin - gap * 1.6 - mapNeed.width, 0)
    let column = placeColumn(
      needs, in: Rect(minX: room.maxX - spare, minY: top, maxX: room.maxX, maxY: bottom), gap: gap)
    let right = column > 0 ? width - margin - column - (gap * 1.6).rounded() : width - margin
    placeMap(
      scene, mapNeed, sizes, needs, in: Rect(minX: margin, minY: top, maxX: right, maxY: bottom))
    splitTimeline(scene, at: right, column: width - margin - right, gap: gap, setter)
  }

  /// A length given for 1080 lines, in whole pixels of this window, at least one.
  private func px(_ length: Float) -> Float { max((length * unit).rounded(), 1) }
  private var margin: Float { px(32) }
  private var gap: Float { px(14) }

  /// The title, below it what must be read or typed. Returns where the rest begins.
  private mutating func placeTop(_ scene: Scene, _ setter: Typesetter) -> Float {
    let em = setter.type.size(.label, .sans)
    let room = width - 2 * margin
    rects[.title] = Rect(x: 0, y: 0, width: width, height: (em * 3.2).rounded())
    var top = (em * 3.2).rounded() + px(16)
    func place(_ panel: Panel, height: Float) {
      rects[panel] = Rect(x: margin, y: top, width: room, height: height)
      top = top + height + px(10)
    }
    if let message = scene.message {
      place(
        .message, height: MessageLine.height(of: message, width: room, setter: setter, unit: unit))
    }
    if scene.prompt != nil { place(.prompt, height: (em * 2.2).rounded()) }
    return top
  }

  /// The map with its legend, below it what is said.
  private mutating func placeMap(
    _ scene: Scene, _ mapNeed: MapNeed, _ sizes: PanelSizes, _ needs: [ColumnNeed], in room: Rect
  ) {
    let (top, bottom) = (room.minY, room.maxY)
    var mapBottom = bottom
    func place(_ panel: Panel, height: Float) {
      rects[panel] = Rect(x: room.x, y: bottom - height, width: room.width, height: height)
      mapBottom -= height + px(8)
    }
    if let panel = standIn(of: scene) {
      // It can be scrolled, so the map keeps its size as long as a few lines remain.
      let spare = bottom - top - px(8)
      let least = sizes.frame + (sizes.em * 1.45).rounded() * 3
      let most = max(min(max(spare - mapNeed.heightAtTextSize, least), spare - mapNeed.height), 0)
      let wanted = needs.first { $0.panel == panel }?.need.height(width: room.width)
      place(panel, height: panel == .edit ? most : min(wanted ?? most, most))
    } else if let explanation = scene.explanation {
      let wanted = ExplanationView.height(
        of: explanation, width: room.width, leastLines: sizes.isBesideBoard ? 2 : 3, setter: sizes.setter,
        unit: unit)
      let height = min(wanted, max(bottom - top - mapNeed.height - px(8), 0))
      // Somebody who looks for a place needs the map more than what is said of the last step.
      let isSpared = scene.prompt != nil && height > bottom - top - mapNeed.heightAtTextSize
      if !isSpared { place(.explanation, height: height) }
    }
    let legend = LegendView.height(of: scene.map, width: room.width, setter: sizes.setter, unit: unit)
    if legend > 0, mapBottom - legend - top >= mapNeed.heightAtTextSize {
      rects[.legend] = Rect(x: room.x, y: mapBottom - legend, width: room.width, height: legend)
      mapBottom -= legend
    }
    rects[.map] = Rect(minX: room.x, minY: top, maxX: room.maxX, maxY: max(mapBottom - px(2), top))
  }

  /// What stands where the explanation does, because there is no room for a column: what is chosen in, or
  /// what is known of the thing that is inspected.
  private func standIn(of scene: Scene) -> Panel? {
    if scene.ring == .edit, scene.edit != nil, rects[.edit] == nil { return .edit }
    let isWanted = scene.inspector != nil && !scene.folded.contains(.inspector)
    return isWanted && rects[.inspector] == nil ? .inspector : nil
  }

  /// The sentences on top, the legend at the foot, and the map in all that is left. What must be read or typed stands
  /// for the sentences: it comes and goes, and the map stays.
  private mutating func placePresenting(_ scene: Scene, _ speech: Speech, _ setter: Typesetter) {
    let em = setter.type.size(.label, .sans)
    let margin = max((40 * unit).rounded(), 6)
    let gap = max((12 * unit).rounded(), 3)
    let room = width - 2 * margin
    let said = SentenceView(speech, scene.title, width: room, pictureHeight: height, setter: setter)
    rects[.explanation] = Rect(x: margin, y: gap, width: room, height: said.height)
    hasMoreToSay = !said.saysAll
    var above = gap
    func placeAbove(_ panel: Panel, height: Float) {
      rects[.explanation] = nil
      rects[panel] = Rect(
        x: margin, y: above, width: room, height: min(height, max(said.height + gap - above, 0)))
      above += height + gap
    }
    if let message = scene.message {
      placeAbove(.message, height: MessageLine.height(of: message, width: room, setter: setter, unit: unit))
    }
    if scene.prompt != nil { placeAbove(.prompt, height: (em * 2.2).rounded()) }
    let top = gap + said.height + gap
    var bottom = height - gap
    // The rows of the map go before the legend's second line.
    let need = MapNeed(scene: scene, setter: setter, unit: unit)
    let whole = LegendView.height(of: scene.map, width: room, setter: setter, unit: unit)
    let legend = [whole, min(LegendView.lineHeight(setter), whole)].first { legend in
      legend > 0 && bottom - legend - gap - top >= max(need.height, need.allRows)
    }
    if let legend {
      rects[.legend] = Rect(x: margin, y: bottom - legend, width: room, height: legend)
      bottom -= legend + gap
    }
    let side = max((13 * unit).rounded(), 3)
    rects[.map] = Rect(minX: side, minY: top, maxX: width - side, maxY: max(bottom, top))
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

  /// The timeline ends where the map does, when there is a column to put its key under; else it leaves room for the
  /// stops of a lesson.
  private mutating func splitTimeline(
    _ scene: Scene, at end: Float, column width: Float, gap: Float, _ setter: Typesetter
  ) {
    guard let rect = rects[.timeline] else { return }
    var (right, column) = (end, width)
    if column <= 0, let stops = scene.timeline?.stops.count, stops > 0 {
      let box = TimelineView.stopBox(setter, unit: unit)
      column = min(Float(stops) * (box.side + box.gap) + gap * 1.6, rect.width * 0.4)
      right = rect.maxX - column
    }
    guard column > 0 else { return }
    rects[.timeline]?.width = right - rect.x
    rects[.timelineKey] = Rect(
      x: right + gap * 1.6, y: rect.y, width: column - gap * 1.6, height: rect.height)
  }
}
