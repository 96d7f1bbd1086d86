import Canvas
import Simulation

/// The run from left to right, with marks and a knob where we are.
struct TimelineView {
  let timeline: Timeline

  func draw(in rect: Rect, key: Rect?, with painter: inout Painter) {
    let theme = painter.theme
    let bar = Rect(
      x: rect.x, y: (rect.y + rect.height * 0.64).rounded(), width: rect.width, height: painter.px(6))
    painter.hits.addTimeline(rect, steps: timeline.steps)
    painter.list.roundedFill(bar, radius: bar.height / 2, theme.hairline)
    let knob = x(timeline.step, bar)
    var played = bar
    played.width = knob - bar.x
    if played.width > 0 {
      painter.list.roundedFill(played, radius: min(bar.height, played.width) / 2, theme.rule)
    }
    let zones = timeline.marks.compactMap { if case .zone = $0.kind { x($0.step, bar) } else { nil } }
    for mark in timeline.marks {
      // Where the next zone begins the scanners have met: one mark says both.
      if mark.kind == .scannersMet, zones.contains(where: { abs($0 - x(mark.step, bar)) < painter.px(6) }) {
        continue
      }
      draw(mark, on: bar, in: rect, with: &painter)
    }
    for (index, stop) in timeline.stops.enumerated() {
      drawStop(
        at: x(stop, bar), above: bar, index < timeline.stop ? theme.text : theme.rule, with: &painter)
    }
    for fork in timeline.forks { drawFork(at: Point(x(fork, bar), bar.midY), with: &painter) }
    let radius = painter.px(10)
    let center = Rect(
      x: (knob - radius).rounded(), y: bar.midY - radius, width: 2 * radius, height: 2 * radius)
    painter.list.roundedFill(
      center.inset(by: -painter.px(2)), radius: radius + painter.px(2), theme.background)
    painter.list.roundedFill(center, radius: radius, theme.text)
    for bookmark in timeline.bookmarks {
      drawBookmark(at: x(bookmark, bar), above: bar, with: &painter)
    }
    if let key { drawKey(in: key, with: &painter) }
  }

  private func x(_ step: Int, _ bar: Rect) -> Float {
    bar.x + bar.width * Float(Double(step) / Double(max(timeline.steps, 1)))
  }

  private func draw(_ mark: Timeline.Mark, on bar: Rect, in rect: Rect, with painter: inout Painter) {
    let place = x(mark.step, bar)
    switch mark.kind {
    case .merge(let order): drawMerge(order, at: Point(place, bar.midY), with: &painter)
    case .failure:
      painter.list.fill(
        Rect(
          x: place - 1, y: bar.y - painter.px(4), width: painter.px(3), height: bar.height + painter.px(8)),
        painter.theme.cannotMove)
    case .scannersMet: drawCross(at: Point(min(place, bar.maxX), bar.midY), with: &painter)
    case .zone(let name):
      painter.list.fill(
        Rect(
          x: place - 1, y: bar.y - painter.px(6), width: painter.px(3), height: bar.height + painter.px(12)),
        painter.theme.text)
      let row = Rect(minX: place, minY: rect.y, maxX: rect.maxX, maxY: bar.y - painter.px(4))
      painter.text(name.description, in: row, painter.style(painter.theme.secondaryText))
    }
  }

  private func drawMerge(_ order: Order, at center: Point, with painter: inout Painter) {
    let scale = painter.theme.freeScale(orders: max(timeline.mergeOrder + 2, order + 1))
    let size = order > timeline.mergeOrder ? painter.px(9) : painter.px(7)
    func diamond(_ size: Float) -> [Point] {
      [
        Point(center.x, center.y - size * 1.2), Point(center.x + size, center.y),
        Point(center.x, center.y + size * 1.2), Point(center.x - size, center.y),
      ]
    }
    painter.list.polygon(diamond(size + painter.px(2)), painter.theme.freeOutline ?? painter.theme.background)
    painter.list.polygon(diamond(size), scale[order])
  }

  private func drawCross(at center: Point, with painter: inout Painter) {
    let size = painter.px(6)
    for (width, color) in [(painter.px(7), painter.theme.background), (painter.px(3), painter.theme.text)] {
      painter.list.line(
        from: Point(center.x - size, center.y - size), to: Point(center.x + size, center.y + size),
        width: width, color)
      painter.list.line(
        from: Point(center.x - size, center.y + size), to: Point(center.x + size, center.y - size),
        width: width, color)
    }
  }

  private func drawStop(at x: Float, above bar: Rect, _ color: Color, with painter: inout Painter) {
    let size = painter.px(7)
    let tip = bar.y - painter.px(6)
    painter.list.polygon(
      [Point(x - size, tip - size * 1.35), Point(x + size, tip - size * 1.35), Point(x, tip)], color)
  }

  /// A way that leaves downwards.
  private func drawFork(at point: Point, with painter: inout Painter) {
    let end = Point(point.x + painter.px(9), point.y + painter.px(13))
    let dot = painter.px(4)
    for (width, color) in [
      (painter.px(7), painter.theme.background), (painter.px(3), painter.theme.goodNews),
    ] {
      painter.list.line(from: point, to: end, width: width, color)
    }
    painter.list.roundedFill(
      Rect(x: end.x - dot, y: end.y - dot, width: 2 * dot, height: 2 * dot), radius: dot,
      painter.theme.goodNews)
  }

  /// A pennant on a pole that stands above the knob, too.
  private func drawBookmark(at x: Float, above bar: Rect, with painter: inout Painter) {
    let (width, height) = (painter.px(3), painter.px(24))
    let top = bar.maxY - height
    painter.list.fill(
      Rect(x: x - width, y: top - 1, width: width * 3, height: height + 2), painter.theme.background)
    painter.list.fill(Rect(x: x, y: top, width: width, height: height), painter.theme.ring)
    painter.list.polygon(
      [Point(x, top), Point(x + painter.px(13), top + painter.px(5)), Point(x, top + painter.px(10))],
      painter.theme.ring)
  }

  /// What the marks mean, at the side of the timeline.
  private func drawKey(in rect: Rect, with painter: inout Painter) {
    let row = Rect(
      x: rect.x, y: rect.y + rect.height * 0.64 + painter.px(3) - rect.height / 2, width: rect.width,
      height: rect.height)
    let style = painter.style(painter.theme.secondaryText)
    let room = painter.px(26)
    var x = row.x
    /// Draws an entry if it finds room.
    func entry(_ text: String, _ painter: inout Painter, mark: (Point, inout Painter) -> Void) {
      let width = painter.setter.width(text)
      guard x + room + width <= row.maxX + 1 else { return }
      mark(Point(x + painter.px(8), row.midY), &painter)
      painter.text(text, in: Rect(x: x + room, y: row.y, width: width + 1, height: row.height), style)
      x += room + width + painter.px(24)
    }
    if !timeline.stops.isEmpty {
      let text = painter.words(
        "lesson.stop", ["stop": .number(timeline.stop), "total": .number(timeline.stops.count)])
      entry(text, &painter) { point, painter in
        drawStop(
          at: point.x, above: Rect(x: 0, y: point.y + painter.px(11), width: 0, height: 0),
          painter.theme.text,
          with: &painter)
      }
    }
    if !timeline.forks.isEmpty {
      entry(painter.words("timeline.branch"), &painter) { point, painter in
        drawFork(at: Point(point.x - painter.px(5), point.y - painter.px(6)), with: &painter)
      }
    }
    let hasMerges = timeline.marks.contains { if case .merge = $0.kind { true } else { false } }
    if hasMerges {
      let text = painter.words("timeline.merge", ["order": .number(timeline.mergeOrder)])
      entry(text, &painter) { point, painter in drawMerge(timeline.mergeOrder + 1, at: point, with: &painter)
      }
    }
    if timeline.marks.contains(where: { $0.kind == .scannersMet }) {
      entry(painter.words("timeline.scanners-met"), &painter) { point, painter in
        drawCross(at: point, with: &painter)
      }
    }
  }
}
