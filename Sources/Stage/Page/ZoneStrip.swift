import Canvas
import Simulation

/// The whole range in one line, with both scanners and how far they are apart.
struct ZoneStrip {
  let map: PageMap
  let scale: FreeScale
  /// Where the strip itself begins and ends.
  let span: (left: Float, right: Float)
  /// The pages that the map below shows, if not all of them.
  let visible: Range<Pfn>
  /// Whether the first and the last page are named at its ends.
  var namesEnds = true

  static func height(setter: Typesetter, unit: Float) -> Float {
    (24 * unit).rounded() + setter.type.size(.label, .sans) * 2.1
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let strip = Rect(
      minX: span.left, minY: rect.y + pen.px(6), maxX: span.right, maxY: rect.y + pen.px(30))
    drawRuns(in: strip, with: &pen)
    if namesEnds { drawEnds(in: rect, beside: strip, with: &pen) }
    if visible.count < map.runRange.count {
      let window = Rect(
        minX: x(visible.lowerBound, strip), minY: strip.y - pen.px(4),
        maxX: x(visible.upperBound, strip), maxY: strip.maxY + pen.px(4))
      pen.list.stroke(window, radius: pen.px(4), width: pen.px(2), pen.theme.text)
    }
    drawScanners(under: strip, in: rect, with: &pen)
  }

  private func x(_ pfn: Pfn, _ strip: Rect) -> Float {
    let share = Double(pfn - map.runRange.lowerBound) / Double(map.runRange.count)
    return strip.x + Float(min(max(share, 0), 1)) * strip.width
  }

  /// Neighbours that look the same are one piece; free memory stands higher than what is used.
  private func drawRuns(in strip: Rect, with pen: inout Pen) {
    let low = strip.inset(x: 0, y: (strip.height * 0.15).rounded())
    var piece: (from: Pfn, to: Pfn, color: Color, isFree: Bool)?
    func flush(_ pen: inout Pen) {
      guard let piece else { return }
      let band = piece.isFree ? strip : low
      let rect = Rect(
        minX: x(piece.from, strip), minY: band.minY, maxX: x(piece.to, strip), maxY: band.maxY)
      pen.list.fill(rect, piece.color)
      if piece.isFree, let outline = pen.theme.freeOutline, rect.width > 4 {
        pen.list.stroke(rect, width: 1, outline)
      }
    }
    for run in map.runs where map.runRange.contains(run.start) {
      let (color, isFree) = color(of: run.look, pen.theme)
      if let last = piece, last.to == run.start, last.color == color, !isFree {
        piece?.to = run.start + run.count
      } else {
        flush(&pen)
        piece = (run.start, run.start + run.count, color, isFree)
      }
    }
    flush(&pen)
  }

  private func color(of look: PageLook, _ theme: Theme) -> (Color, isFree: Bool) {
    switch look {
    case .free(let order): (scale[order], true)
    case .onPerCPUList: (scale[0], true)
    case .captured: (scale[scale.orders - 1], true)
    case .anonymous, .file, .dirty, .writeback, .unevictable, .largeFolio, .movableOps:
      (theme.canMove, false)
    case .pinned, .pinnedFile, .kernel, .slab, .pageTable, .hugetlb: (theme.cannotMove, false)
    case .reserved: (theme.reserved, false)
    case .source: (theme.migrateScanner, false)
    case .target, .held: (theme.freeScanner, false)
    }
  }

  private func drawEnds(in rect: Rect, beside strip: Rect, with pen: inout Pen) {
    let style = pen.style(pen.theme.secondaryText, .label, .mono)
    let gap = pen.px(10)
    pen.text(
      pen.words.numerals.pfn(map.runRange.lowerBound),
      in: Rect(minX: rect.x, minY: strip.y, maxX: strip.x - gap, maxY: strip.maxY), style, .right)
    pen.text(
      pen.words.numerals.pfn(map.runRange.upperBound - 1),
      in: Rect(minX: strip.maxX + gap, minY: strip.y, maxX: rect.maxX, maxY: strip.maxY), style)
  }

  private func drawScanners(under strip: Rect, in rect: Rect, with pen: inout Pen) {
    let size = pen.px(17)
    let row = Rect(
      x: strip.x, y: strip.maxY + pen.px(5), width: strip.width,
      height: rect.maxY - strip.maxY - pen.px(12))
    func mark(_ pfn: Pfn, _ scanner: Scanner, _ pen: inout Pen) -> Float {
      let place = x(pfn, strip).rounded()
      let hue = scanner.hue(pen.theme)
      let width = pen.px(3)
      pen.list.fill(
        Rect(
          x: place - width / 2, y: strip.y - pen.px(6), width: width,
          height: strip.height + pen.px(6) + row.height / 2), hue)
      let middle = row.midY
      let toward: Float = scanner == .migrate ? size : -size
      pen.list.polygon(
        [
          Point(place, middle - size * 0.55), Point(place + toward, middle),
          Point(place, middle + size * 0.55),
        ], hue)
      return place + toward
    }
    let left = map.migrate.map { mark($0, .migrate, &pen) }
    let right = map.free.map { mark($0, .free, &pen) }
    guard let left, let right, let between = map.between else { return }
    drawDistance(between, from: left, to: right, size: size, in: row, bounds: rect, with: &pen)
  }

  /// How many pages are between the marks: between them if there is room, else beside.
  /// - Parameters:
  ///   - left: the tip of the migrate scanner's mark, `right` that of the other one's.
  ///   - size: length of a mark.
  private func drawDistance(
    _ between: Int, from left: Float, to right: Float, size: Float, in row: Rect, bounds: Rect,
    with pen: inout Pen
  ) {
    let gap = pen.px(14)
    let keys =
      map.meeting == nil
      ? ["zone.pages-between", "zone.between"] : ["zone.in-one-pageblock", "zone.between"]
    let texts = keys.map { pen.words($0, ["count": .number(between)]) }
    let style = pen.style(pen.theme.text)
    if let text = texts.first(where: { pen.setter.width($0) + 2 * gap < right - left }) {
      let width = pen.setter.width(text)
      let box = Rect(x: (left + right - width) / 2, y: row.y, width: width + 1, height: row.height)
      pen.text(text, in: box, style, .center)
      for (from, to) in [(left + gap / 2, box.minX - gap), (box.maxX + gap, right - gap / 2)]
      where to - from > gap {
        pen.list.fill(Rect(minX: from, minY: row.midY - 1, maxX: to, maxY: row.midY), pen.theme.rule)
      }
      return
    }
    let behind = max(left, right + size) + gap
    let before = min(left - size, right) - gap
    let isBehind = bounds.maxX - behind > before - bounds.x
    let room =
      isBehind
      ? Rect(minX: behind, minY: row.y, maxX: bounds.maxX, maxY: row.maxY)
      : Rect(minX: bounds.x, minY: row.y, maxX: before, maxY: row.maxY)
    let text = texts.first { pen.setter.width($0) <= room.width } ?? texts[1]
    pen.text(text, in: room, style, isBehind ? .left : .right)
  }
}
