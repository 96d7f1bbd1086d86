import Canvas

/// A scanner's name in the margin. It stands at the pageblock that it means: beside one in the near half of the map
/// as an arrow; for one in the far half a line leads there, in the gap above the row.
struct ScannerPill {
  let scanner: Scanner
  let rect: Rect
  private let name: String
  private let size: Float
  /// The frame in the far half that the line leads to.
  private let far: Rect?
  /// The height of the gap above the row.
  private let gap: Float
  private let hasPoint: Bool
  /// The edge of the row, where the lane stands between it and the pill.
  private let edge: Float?

  init(
    _ scanner: Scanner, _ mark: ScannerMark, _ geometry: PageGeometry, height: Float, isGliding: Bool,
    _ pen: Pen
  ) {
    self.scanner = scanner
    name = pen.words(scanner.key) + mark.direction
    let bounds = geometry.bounds
    let y = min(
      max((mark.middle - height / 2).rounded(), bounds.minY), max(bounds.maxY - height, bounds.minY))
    let room = pen.setter.pillWidth(pen.words(scanner.key), isTight: !geometry.hasLane)
    switch scanner {
    case .migrate:
      rect = Rect(x: geometry.sides.left - pen.px(2) - room, y: y, width: room, height: height)
    case .free: rect = Rect(x: geometry.labelsRight + pen.px(6), y: y, width: room, height: height)
    }
    size = min(pen.type.size(.label, .sansSemiBold), (height / 1.15).rounded(.down))
    let farColumn = scanner == .migrate ? 1 : 0
    let isFar =
      geometry.columns == 2 && geometry.fillsSegment && geometry.magnification == 1
      && mark.page.map { geometry.column(of: $0) == farColumn } ?? false
    far = isFar && !isGliding ? mark.frame : nil
    gap = mark.page.map { geometry.rowRect(geometry.row(of: $0)).minY } ?? y
    hasPoint = !isFar
    let isBehindLane = scanner == .free && geometry.columns == 1 && geometry.hasLane
    edge = isBehindLane && !isGliding ? mark.frame?.maxX : nil
  }

  func draw(with pen: inout Pen) {
    guard !hasPoint else {
      if let edge {
        let middle = rect.midY.rounded()
        pen.path(
          [Point(edge, middle), Point(rect.minX + pen.px(2), middle)], width: max(pen.px(2.5), 2),
          scanner.hue(pen.theme))
      }
      return pen.pill(name, scanner, in: rect, size: size)
    }
    let box =
      scanner == .migrate
      ? Rect(minX: rect.minX, minY: rect.minY, maxX: rect.maxX - pen.px(14), maxY: rect.maxY)
      : Rect(minX: rect.minX + pen.px(14), minY: rect.minY, maxX: rect.maxX, maxY: rect.maxY)
    if let far { drawLine(from: box, to: far, with: &pen) }
    pen.flatPill(name, scanner, in: box, size: size)
  }

  private func drawLine(from box: Rect, to far: Rect, with pen: inout Pen) {
    let hue = scanner.hue(pen.theme)
    let width = max(pen.px(2.5), 2)
    let head = pen.px(10)
    let isRight = scanner == .migrate
    let start = isRight ? box.maxX : box.minX
    let out = isRight ? start + pen.px(7) : start - pen.px(7)
    let tip = isRight ? far.minX - pen.px(2) : far.maxX + pen.px(2)
    let neck = isRight ? tip - head : tip + head
    let turn = isRight ? neck - width : neck + width
    pen.path(
      [
        Point(start, box.midY), Point(out, box.midY), Point(out, gap), Point(turn, gap),
        Point(turn, far.midY.rounded()), Point(neck, far.midY.rounded()),
      ], width: width, hue)
    let middle = far.midY.rounded()
    pen.list.polygon(
      [Point(tip, middle), Point(neck, middle - head * 0.6), Point(neck, middle + head * 0.6)], hue)
  }
}

extension Pen {
  /// A line of level and upright parts, from corner to corner.
  mutating func path(_ corners: [Point], width: Float, _ color: Color) {
    for (from, to) in zip(corners, corners.dropFirst()) {
      list.fill(
        Rect(
          minX: (min(from.x, to.x) - width / 2).rounded(), minY: (min(from.y, to.y) - width / 2).rounded(),
          maxX: (max(from.x, to.x) + width / 2).rounded(), maxY: (max(from.y, to.y) + width / 2).rounded()),
        color)
    }
  }

  /// A pill without a point.
  mutating func flatPill(_ name: String, _ scanner: Scanner, in box: Rect, size: Float) {
    list.roundedFill(box, radius: px(4), scanner.hue(theme))
    let width = setter.glyphs.width(of: name, face: .sansSemiBold, size: size)
    let room = box.width - 2 * px(2)
    let fitting = width > room ? (size * room / width).rounded(.down) : size
    text(name, in: box, style(theme.ink, .label, .sansSemiBold), size: fitting, .center)
  }
}
