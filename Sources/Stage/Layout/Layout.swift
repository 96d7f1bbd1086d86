import Canvas

/// Where everything stands in a window of a certain size. Where room is short the right column folds: first the
/// counters, then the algorithm, then what is left of it. What opens takes free room or lies over the column; it
/// moves nothing.
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
    let em = setter.type.size(.label, .sans)
    rects[.title] = Rect(x: 0, y: 0, width: width, height: (em * 3.2).rounded())
    let top = (em * 3.2).rounded() + px(16)
    let keyRow = Rect(
      x: margin, y: height - px(9) - (em * 1.7).rounded(), width: width - 2 * margin,
      height: (em * 1.7).rounded())
    placeKeys(scene, in: keyRow, setter)
    let row = Rect(
      x: margin, y: keyRow.y - (em * 2.3).rounded(), width: width - 2 * margin, height: (em * 2.3).rounded())
    if scene.map.fillsWindow {
      let list = placeNotices(of: scene, above: top, setter)
      rects[.map] = Rect(minX: margin, minY: list, maxX: width - margin, maxY: keyRow.y - gap)
      return
    }
    if scene.timeline != nil { rects[.timeline] = row }
    let room = Rect(
      minX: margin, minY: top, maxX: width - margin,
      maxY: (scene.timeline == nil ? keyRow.y : row.y) - px(4))
    if let beside = scene.beside {
      placeBeside(beside, scene: scene, in: room, setter)
      layNotices(of: scene, over: row, column: 0, setter)
      return
    }
    placeMapAndColumn(scene, in: room, row: row, setter)
  }

  /// A length given for 1080 lines, in whole pixels of this window, at least one.
  private func px(_ length: Float) -> Float { max((length * unit).rounded(), 1) }
  private var margin: Float { px(32) }
  private var gap: Float { px(12) }

  /// The right column takes what the map can spare; what stands there, and how large the map is, follows from
  /// the kind of view, the window, the size of text and what is folded, never from what is opened.
  private mutating func placeMapAndColumn(
    _ scene: Scene, in room: Rect, row: Rect, _ setter: Typesetter
  ) {
    let isBoard = if case .board = scene.map { true } else { false }
    let mapNeed = MapNeed(scene: scene, setter: setter, unit: unit)
    let distance = (gap * 1.6).rounded()
    let spare = max(room.width - distance - mapNeed.width, 0)
    let sizes = PanelSizes(setter: setter, unit: unit, isBesideBoard: isBoard, room: spare)
    let column = Column(
      scene, sizes, in: Rect(minX: room.maxX - spare, minY: room.minY, maxX: room.maxX, maxY: room.maxY),
      gap: gap)
    rects.merge(column.rects) { $1 }
    let right = column.width > 0 ? room.maxX - column.width - distance : room.maxX
    placeMap(
      scene, mapNeed, sizes, in: Rect(minX: room.minX, minY: room.minY, maxX: right, maxY: room.maxY))
    splitTimeline(scene, column: column.width, distance: distance, setter)
    layNotices(of: scene, over: row, column: column.width, setter)
  }

  /// The timeline ends where the map does, when there is a column to put its key under; else it leaves room for the
  /// stops of a lesson.
  private mutating func splitTimeline(
    _ scene: Scene, column: Float, distance: Float, _ setter: Typesetter
  ) {
    guard let rect = rects[.timeline] else { return }
    var key = column
    if key <= 0, let stops = scene.timeline?.stops.count, stops > 0 {
      let box = TimelineView.stopBox(setter, unit: unit)
      key = min(Float(stops) * (box.side + box.gap), rect.width * 0.4 - distance)
    }
    guard key > 0 else { return }
    rects[.timeline]?.width = rect.width - key - distance
    rects[.timelineKey] = Rect(x: rect.maxX - key, y: rect.y, width: key, height: rect.height)
  }

  /// What must be read or typed, above a list. Returns where that begins.
  private mutating func placeNotices(of scene: Scene, above top: Float, _ setter: Typesetter) -> Float {
    var top = top
    let room = width - 2 * margin
    func place(_ panel: Panel, height: Float) {
      rects[panel] = Rect(x: margin, y: top, width: room, height: height)
      top = top + height + px(10)
    }
    if let message = scene.message {
      place(.message, height: MessageLine.height(of: message, width: room, setter: setter, unit: unit))
    }
    if scene.prompt != nil { place(.prompt, height: PromptLine.height(setter)) }
    return top
  }

  /// What must be read or typed lies over the timeline, and what is long also over what stands above that: over
  /// the right column where there is one.
  private mutating func layNotices(
    of scene: Scene, over row: Rect, column: Float, _ setter: Typesetter
  ) {
    var bottom = row.maxY
    var left = row.maxX
    if let message = scene.message {
      let width = column > 0 ? column : row.width
      let height = max(
        MessageLine.height(of: message, width: width, setter: setter, unit: unit), row.height)
      cover(with: .message, Rect(x: row.maxX - width, y: bottom - height, width: width, height: height))
      if column > 0 { left = row.maxX - width - gap } else { bottom -= height + px(6) }
    }
    guard scene.prompt != nil else { return }
    let height = PromptLine.height(setter)
    cover(with: .prompt, Rect(x: row.x, y: bottom - height, width: left - row.x, height: height))
  }

  /// Puts a panel over others, which are not shown as long as it is; what has been opened is shortened.
  private mutating func cover(with panel: Panel, _ rect: Rect) {
    for (other, covered) in rects where covered.intersects(rect) && other != .map && other != .beside {
      let rest = rect.minY - gap - covered.minY
      let keeps = Scene.opened.contains(other) && rest > covered.height / 2
      rects[other] =
        keeps ? Rect(x: covered.x, y: covered.y, width: covered.width, height: rest) : nil
    }
    rects[panel] = rect
  }

  /// The map with its legend, below it what is said, always in the same room.
  private mutating func placeMap(_ scene: Scene, _ mapNeed: MapNeed, _ sizes: PanelSizes, in room: Rect) {
    let (top, bottom) = (room.minY, room.maxY)
    var mapBottom = bottom
    if scene.explanation != nil {
      let wanted = ExplanationView.height(isBesideBoard: sizes.isBesideBoard, sizes.setter, unit: unit)
      let height = min(wanted, max(bottom - top - mapNeed.height - px(8), 0))
      rects[standIn(of: scene) ?? .explanation] = Rect(
        x: room.x, y: bottom - height, width: room.width, height: height)
      mapBottom -= height + px(8)
    }
    let legend = LegendView.height(of: scene.map, width: room.width, setter: sizes.setter, unit: unit)
    if legend > 0, mapBottom - legend - top >= mapNeed.heightAtTextSize {
      rects[.legend] = Rect(x: room.x, y: mapBottom - legend, width: room.width, height: legend)
      mapBottom -= legend
    }
    rects[.map] = Rect(minX: room.x, minY: top, maxX: room.maxX, maxY: max(mapBottom - px(2), top))
  }

  /// What lies over the explanation, because there is no room in a column: what is chosen in, what is known of the
  /// thing that is inspected, or why this machine says nothing.
  private func standIn(of scene: Scene) -> Panel? {
    if scene.ring == .edit, scene.edit != nil, rects[.edit] == nil { return .edit }
    let isWanted = scene.inspector != nil && !scene.folded.contains(.inspector)
    if isWanted, rects[.inspector] == nil { return .inspector }
    // Why there are no figures is a sentence, which finds room there.
    return scene.machine?.reason != nil && rects[.machine] == nil ? .machine : nil
  }

  /// The sentences on top, the legend at the foot, and the map in all that is left. What must be read or typed stands
  /// for the sentences: it comes and goes, and the map stays.
  private mutating func placePresenting(_ scene: Scene, _ speech: Speech, _ setter: Typesetter) {
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
    if scene.prompt != nil { placeAbove(.prompt, height: PromptLine.height(setter)) }
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
}
