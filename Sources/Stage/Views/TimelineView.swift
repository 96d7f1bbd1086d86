import Canvas
import Simulation

/// The run from left to right, with marks and a knob where we are.
struct TimelineView {
  let timeline: Timeline

  func draw(in rect: Rect, key: Rect?, with pen: inout Pen) {
    let theme = pen.theme
    let bar = Rect(
      x: rect.x, y: (rect.y + rect.height * 0.64).rounded(), width: rect.width, height: pen.px(6))
    pen.hits.addTimeline(rect, steps: timeline.steps)
    pen.list.roundedFill(bar, radius: bar.height / 2, theme.hairline)
    let knob = x(timeline.step, bar)
    var played = bar
    played.width = knob - bar.x
    if played.width > 0 {
      pen.list.roundedFill(played, radius: min(bar.height, played.width) / 2, theme.rule)
    }
    let zones = timeline.marks.compactMap { if case .zone = $0.kind { x($0.step, bar) } else { nil } }
    var last: [MarkShape: Float] = [:]
    let distances = distances(on: bar, unit: pen.unit)
    for mark in timeline.marks {
      // Of those that would stand on each other the first is seen.
      if let shape = MarkShape(mark.kind) {
        if let before = last[shape], x(mark.step, bar) - before < distances[shape, default: 0] { continue }
        last[shape] = x(mark.step, bar)
      }
      // Where the next zone begins the scanners have met: one mark says both.
      if mark.kind == .scannersMet, zones.contains(where: { abs($0 - x(mark.step, bar)) < pen.px(6) }) {
        continue
      }
      draw(mark, on: bar, in: rect, with: &pen)
    }
    drawZones(on: bar, in: rect, with: &pen)
    for (index, stop) in timeline.stops.enumerated() {
      drawStop(
        at: x(stop, bar), above: bar, index < timeline.stop ? theme.text : theme.rule, with: &pen)
    }
    for fork in timeline.forks { drawFork(at: Point(x(fork, bar), bar.midY), with: &pen) }
    let radius = pen.px(10)
    let center = Rect(
      x: (knob - radius).rounded(), y: bar.midY - radius, width: 2 * radius, height: 2 * radius)
    pen.list.roundedFill(
      center.inset(by: -pen.px(2)), radius: radius + pen.px(2), theme.background)
    pen.list.roundedFill(center, radius: radius, theme.text)
    for bookmark in timeline.bookmarks {
      drawBookmark(at: x(bookmark, bar), above: bar, with: &pen)
    }
    if let key { drawKey(in: drawStops(in: key, with: &pen), with: &pen) }
  }

  // MARK: Stops to go to

  /// Side of a stop's box, and its distance to the next: large enough to be hit.
  static func stopBox(_ setter: Typesetter, unit: Float) -> (side: Float, gap: Float) {
    (max((28 * unit).rounded(), 24), max((6 * unit).rounded(), 3))
  }

  /// A numbered box for each stop of the lesson, as many as find room, the one we are at among them.
  /// - Returns: the room that is left, to their right.
  private func drawStops(in rect: Rect, with pen: inout Pen) -> Rect {
    guard !timeline.stops.isEmpty else { return rect }
    let (side, gap) = Self.stopBox(pen.setter, unit: pen.unit)
    let fitting = max(Int((rect.width + gap) / (side + gap)), 1)
    let shown = ShownRows(of: timeline.stops.count, fitting: fitting, around: max(timeline.stop - 1, 0))
    let count = min(fitting, timeline.stops.count)
    // At the height of the timeline, but clear of the keys below it.
    let y = min((rect.y + rect.height * 0.64 + pen.px(3) - side / 2).rounded(), rect.maxY - side)
    for place in 0..<count {
      let number = shown.first + place + 1
      let box = Rect(x: rect.x + Float(place) * (side + gap), y: y, width: side, height: side)
      draw(number, in: box, with: &pen)
    }
    let end = rect.x + Float(count) * (side + gap) + pen.px(14)
    return Rect(minX: end, minY: rect.minY, maxX: max(rect.maxX, end), maxY: rect.maxY)
  }

  private func draw(_ stop: Int, in box: Rect, with pen: inout Pen) {
    let theme = pen.theme
    let (isHere, isPassed) = (stop == timeline.stop, stop < timeline.stop)
    if isHere {
      pen.list.roundedFill(box, radius: pen.px(5), theme.text)
    } else {
      pen.list.stroke(box, radius: pen.px(5), width: pen.px(2), isPassed ? theme.text : theme.rule)
    }
    let color = isHere ? theme.background : isPassed ? theme.text : theme.secondaryText
    let size = min(pen.type.size(.label, .sansSemiBold), box.height * 0.72)
    pen.text(
      Glyphs.number(stop), in: box, pen.style(color, .label, .sansSemiBold), size: size, .center)
    pen.hits.add(box, .stop(stop))
  }

  /// Marks that look alike.
  private enum MarkShape: Hashable {
    case merge(Order)
    case failure

    init?(_ kind: Timeline.MarkKind) {
      switch kind {
      case .merge(let order): self = .merge(order)
      case .failure: self = .failure
      case .scannersMet, .zone: return nil
      }
    }
  }

  /// How far apart marks of a shape stand at least: side by side where there are more than find room, else a
  /// little, so that each of a few is seen.
  private func distances(on bar: Rect, unit: Float) -> [MarkShape: Float] {
    let counts = timeline.marks.compactMap { MarkShape($0.kind) }.reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
    let apart = (16 * unit).rounded()
    return counts.mapValues { Float($0) * apart > bar.width ? apart : (4 * unit).rounded() }
  }

  private func x(_ step: Int, _ bar: Rect) -> Float {
    bar.x + bar.width * Float(Double(step) / Double(max(timeline.steps, 1)))
  }

  private func draw(_ mark: Timeline.Mark, on bar: Rect, in rect: Rect, with pen: inout Pen) {
    let place = x(mark.step, bar)
    switch mark.kind {
    case .merge(let order): drawMerge(order, at: Point(place, bar.midY), with: &pen)
    case .failure: drawFailure(at: Point(place, bar.midY), with: &pen)
    case .scannersMet: drawCross(at: Point(min(place, bar.maxX), bar.midY), with: &pen)
    case .zone:
      pen.list.fill(
        Rect(
          x: place - 1, y: bar.y - pen.px(6), width: pen.px(3), height: bar.height + pen.px(12)),
        pen.theme.text)
    }
  }

  /// Names of the zones where their parts of the run begin; of those that begin too near to each other, in one.
  private func drawZones(on bar: Rect, in rect: Rect, with pen: inout Pen) {
    var names: [(x: Float, text: String)] = []
    for mark in timeline.marks {
      guard case .zone(let name) = mark.kind else { continue }
      let place = x(mark.step, bar)
      if let last = names.last, place < last.x + pen.setter.width(last.text) + pen.px(10) {
        names[names.count - 1].text += " · " + name.description
      } else {
        names.append((place, name.description))
      }
    }
    for (index, name) in names.enumerated() {
      let width = pen.setter.width(name.text) + 1
      let end = index + 1 < names.count ? names[index + 1].x - pen.px(6) : rect.maxX
      let left = min(name.x, max(rect.maxX - width, rect.minX))
      pen.text(
        name.text, in: Rect(minX: left, minY: rect.y, maxX: max(end, left), maxY: bar.y - pen.px(4)),
        pen.style(pen.theme.secondaryText))
    }
  }

  /// A hollow square: here a page could not be moved.
  private func drawFailure(at center: Point, with pen: inout Pen) {
    let size = pen.px(5)
    let box = Rect(x: center.x - size, y: center.y - size, width: 2 * size, height: 2 * size)
    pen.list.fill(box.inset(by: -pen.px(2)), pen.theme.background)
    pen.list.stroke(box, width: pen.px(2), pen.theme.migrateText)
  }

  private func drawMerge(_ order: Order, at center: Point, with pen: inout Pen) {
    let scale = pen.theme.freeScale(orders: max(timeline.mergeOrder + 2, order + 1))
    let size = order > timeline.mergeOrder ? pen.px(9) : pen.px(7)
    func diamond(_ size: Float) -> [Point] {
      [
        Point(center.x, center.y - size * 1.2), Point(center.x + size, center.y),
        Point(center.x, center.y + size * 1.2), Point(center.x - size, center.y),
      ]
    }
    pen.list.polygon(diamond(size + pen.px(2)), pen.theme.freeOutline ?? pen.theme.background)
    pen.list.polygon(diamond(size), scale[order])
  }

  private func drawCross(at center: Point, with pen: inout Pen) {
    let size = pen.px(6)
    for (width, color) in [(pen.px(7), pen.theme.background), (pen.px(3), pen.theme.text)] {
      pen.list.line(
        from: Point(center.x - size, center.y - size), to: Point(center.x + size, center.y + size),
        width: width, color)
      pen.list.line(
        from: Point(center.x - size, center.y + size), to: Point(center.x + size, center.y - size),
        width: width, color)
    }
  }

  private func drawStop(at x: Float, above bar: Rect, _ color: Color, with pen: inout Pen) {
    let size = pen.px(7)
    let tip = bar.y - pen.px(6)
    pen.list.polygon(
      [Point(x - size, tip - size * 1.35), Point(x + size, tip - size * 1.35), Point(x, tip)], color)
  }

  /// A way that leaves downwards.
  private func drawFork(at point: Point, with pen: inout Pen) {
    let end = Point(point.x + pen.px(9), point.y + pen.px(13))
    let dot = pen.px(4)
    for (width, color) in [
      (pen.px(7), pen.theme.background), (pen.px(3), pen.theme.goodNews),
    ] {
      pen.list.line(from: point, to: end, width: width, color)
    }
    pen.list.roundedFill(
      Rect(x: end.x - dot, y: end.y - dot, width: 2 * dot, height: 2 * dot), radius: dot,
      pen.theme.goodNews)
  }

  /// A pennant on a pole that stands above the knob, too.
  private func drawBookmark(at x: Float, above bar: Rect, with pen: inout Pen) {
    let (width, height) = (pen.px(3), pen.px(24))
    let top = bar.maxY - height
    pen.list.fill(
      Rect(x: x - width, y: top - 1, width: width * 3, height: height + 2), pen.theme.background)
    pen.list.fill(Rect(x: x, y: top, width: width, height: height), pen.theme.ring)
    pen.list.polygon(
      [Point(x, top), Point(x + pen.px(13), top + pen.px(5)), Point(x, top + pen.px(10))],
      pen.theme.ring)
  }

  /// What the marks mean, at the side of the timeline, in one line or two.
  private func drawKey(in rect: Rect, with pen: inout Pen) {
    typealias Entry = (text: String, draw: (Point, inout Pen) -> Void)
    var entries: [Entry] = []
    if !timeline.forks.isEmpty {
      entries.append(
        (
          pen.words("timeline.branch"),
          { point, pen in drawFork(at: Point(point.x - pen.px(5), point.y - pen.px(6)), with: &pen) }
        ))
    }
    if timeline.marks.contains(where: { if case .merge = $0.kind { true } else { false } }) {
      entries.append(
        (
          pen.words("timeline.merge", ["order": .number(timeline.mergeOrder)]),
          { point, pen in drawMerge(timeline.mergeOrder + 1, at: point, with: &pen) }
        ))
    }
    if timeline.marks.contains(where: { $0.kind == .failure }) {
      entries.append((pen.words("timeline.failure"), { point, pen in drawFailure(at: point, with: &pen) }))
    }
    if timeline.marks.contains(where: { $0.kind == .scannersMet }) {
      entries.append((pen.words("timeline.scanners-met"), { point, pen in drawCross(at: point, with: &pen) }))
    }
    let (room, gap) = (pen.px(26), pen.px(24))
    var lines: [[Entry]] = [[]]
    var x = rect.x
    for entry in entries {
      let width = room + pen.setter.width(entry.text)
      guard width <= rect.width else { continue }
      if x + width > rect.maxX {
        lines.append([])
        x = rect.x
      }
      lines[lines.count - 1].append(entry)
      x += width + gap
    }
    // Two lines find room at any size of text.
    let pitch = min((pen.type.size(.label, .sans) * 1.2).rounded(), (rect.height / 2).rounded(.down))
    let shown = min(lines.count, max(Int(rect.height / pitch), 1))
    // One line stands at the height of the timeline.
    let top =
      shown == 1
      ? rect.y + rect.height * 0.64 + pen.px(3) - pitch / 2 : rect.midY - Float(shown) * pitch / 2
    for (index, line) in lines.prefix(shown).enumerated() {
      let row = Rect(x: rect.x, y: top + Float(index) * pitch, width: rect.width, height: pitch)
      draw(line, in: row, room: room, gap: gap, with: &pen)
    }
  }

  private func draw(
    _ line: [(text: String, draw: (Point, inout Pen) -> Void)], in row: Rect, room: Float, gap: Float,
    with pen: inout Pen
  ) {
    var x = row.x
    for entry in line {
      entry.draw(Point(x + pen.px(8), row.midY), &pen)
      let width = pen.setter.width(entry.text)
      pen.text(
        entry.text, in: Rect(x: x + room, y: row.y, width: width + 1, height: row.height),
        pen.style(pen.theme.secondaryText))
      x += room + width + gap
    }
  }
}
