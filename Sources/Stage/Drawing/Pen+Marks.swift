import Canvas
import Simulation

/// Marks that several views share.
extension Pen {
  /// The letter of a pageblock's type at the left end of its frame.
  mutating func tab(_ type: Migratetype, in rect: Rect, size: Float) {
    list.roundedFill(rect, radius: px(6), theme.markedFrame)
    list.fill(Rect(minX: rect.midX, minY: rect.y, maxX: rect.maxX, maxY: rect.maxY), theme.markedFrame)
    text(
      words("migratetype.\(type).letter"), in: rect, style(theme.background, .label, .sansSemiBold),
      size: size, .center)
  }

  /// Two chevrons: skip hint.
  mutating func chevrons(in rect: Rect) {
    let height = min(rect.height * 0.36, rect.width * 0.8)
    let step = height / 2
    let left = rect.midX - step
    for index in 0..<2 {
      let x = left + Float(index) * step
      list.line(
        from: Point(x, rect.midY - height / 2), to: Point(x + step, rect.midY), width: px(2),
        theme.secondaryText)
      list.line(
        from: Point(x + step, rect.midY), to: Point(x, rect.midY + height / 2), width: px(2),
        theme.secondaryText)
    }
  }

  /// The name of a scanner on a pill whose point shows the direction it goes. `rect` may be wider than
  /// the pill needs to be; the point is at the map's side.
  mutating func pill(_ name: String, _ scanner: Scanner, in rect: Rect, size: Float) {
    let width = min(rect.width, pillWidth(name))
    let point = (rect.height * 0.4).rounded()
    let hue = scanner.hue(theme)
    let text = style(theme.ink, .label, .sansSemiBold)
    // With an arrow behind it a name may be longer than its pill.
    let room = width - point - 2 * px(2)
    let nameWidth = setter.glyphs.width(of: name, face: .sansSemiBold, size: size)
    let size = nameWidth > room ? (size * room / nameWidth).rounded(.down) : size
    switch scanner {
    case .migrate:
      let box = Rect(x: rect.maxX - width, y: rect.y, width: width - point, height: rect.height)
      list.roundedFill(box, radius: px(4), hue)
      list.polygon(
        [
          Point(box.maxX - px(4), box.y), Point(box.maxX, box.y), Point(rect.maxX, rect.midY),
          Point(box.maxX, box.maxY), Point(box.maxX - px(4), box.maxY),
        ], hue)
      self.text(name, in: box.inset(x: px(2), y: 0), text, size: size, .center)
    case .free:
      let box = Rect(x: rect.x + point, y: rect.y, width: width - point, height: rect.height)
      list.roundedFill(box, radius: px(4), hue)
      list.polygon(
        [
          Point(box.x + px(4), box.y), Point(box.x, box.y), Point(rect.x, rect.midY),
          Point(box.x, box.maxY), Point(box.x + px(4), box.maxY),
        ], hue)
      self.text(name, in: box.inset(x: px(2), y: 0), text, size: size, .center)
    }
  }

  /// Width of a pill with this name on it, its point included.
  func pillWidth(_ name: String) -> Float { setter.pillWidth(name) }

  /// A ring in the colour of focus, with a moat, around something.
  mutating func ring(_ rect: Rect) {
    list.stroke(rect.inset(by: -px(2)), radius: px(6), width: px(2), theme.background)
    list.stroke(rect.inset(by: -px(5)), radius: px(8), width: px(3), theme.ring)
  }
}

extension Pen {
  /// Round the pageblock in which the scanners have met: one frame in both hues.
  mutating func sharedFrame(_ frame: Rect) {
    let width = max(px(2.5), 2)
    list.stroke(frame.inset(by: -width), radius: px(8), width: width, theme.migrateScanner)
    list.stroke(frame, radius: px(6), width: width, theme.freeScanner)
  }

  /// The lesson's finger: an outline in its hue, and a wedge that points at it from the left.
  mutating func pointer(at rect: Rect) {
    list.stroke(rect.inset(by: -px(2)), radius: px(12), width: px(2), theme.goodNews)
    let (tip, middle) = (rect.x - px(4), rect.y + px(26))
    list.polygon(
      [Point(tip, middle), Point(tip - px(13), middle - px(10)), Point(tip - px(13), middle + px(10))],
      theme.goodNews)
  }

  /// The ring around the part of the window that keys go to; inside of its edge where that part
  /// reaches to the window's.
  mutating func panelRing(_ rect: Rect) {
    list.stroke(rect.inset(by: -px(1)), radius: px(11), width: px(2), theme.background)
    list.stroke(rect.inset(by: -px(4)), radius: px(13), width: max(px(3), 2), theme.ring)
  }

  /// A bar at the right side of a list, which says what part of it is seen; none if that is all.
  mutating func scrollMark(_ rows: ShownRows, in body: Rect) {
    guard rows.count < rows.total else { return }
    let x = body.maxX + px(7)
    let height = max(Float(rows.count) * body.height / Float(rows.total), px(12))
    let y = body.y + (body.height - height) * Float(rows.first) / Float(rows.total - rows.count)
    list.roundedFill(
      Rect(x: x, y: y.rounded(), width: px(4), height: height.rounded()), radius: px(2), theme.rule)
  }

  /// Round pages that are other than they were, or than those beside them. It stands in the gap.
  mutating func outline(_ box: Rect) {
    list.stroke(box.inset(by: -1), radius: px(5), width: 1, theme.background)
    list.stroke(box.inset(by: -1 - px(2)), radius: px(6), width: px(2), theme.text)
  }
}

extension Migratetype {
  /// How the frame of such a pageblock is broken up.
  var frameDash: DrawList.Dash {
    switch self {
    case .reclaimable: .dashed
    case .cma: .longDashes
    case .highAtomic: .dotted
    case .unmovable, .movable, .isolate: .solid
    }
  }
}
