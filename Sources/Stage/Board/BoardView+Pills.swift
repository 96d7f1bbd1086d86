import Canvas
import Simulation

/// The scanners' names beside a board, each led to the row and the pageblock that it means.
extension BoardView {
  /// Where a pill stands, and the height of the row that it means.
  private struct Place {
    var top: Float
    var row: Float
    var direction = ""
  }

  func drawPill(of scanner: Scanner, with pen: inout Pen) -> Rect? {
    guard let place = place(of: scanner, pen) else { return nil }
    let name = pen.words(scanner.key) + place.direction
    let height = pillHeight(pen)
    let room = pen.pillWidth(pen.words(scanner.key))
    let view = geometry.viewport
    let isMigrate = scanner == .migrate
    let rect = Rect(
      x: isMigrate ? view.minX - pen.px(10) - room : view.maxX + pen.px(10), y: place.top, width: room,
      height: height)
    let size = pen.type.size(.label, .sansSemiBold)
    let box = box(of: scanner)
    let isFar = box.map { isMigrate ? $0.midX > view.midX : $0.midX < view.midX } ?? false
    let isAside = abs(rect.midY - place.row) > geometry.rowPitch / 2
    guard place.direction.isEmpty, isFar || isAside, motion.map({ $0.share == 1 }) ?? true else {
      pen.pill(name, scanner, in: rect, size: size)
      return rect
    }
    let flat = Rect(
      x: isMigrate ? rect.x : rect.x + pen.px(14), y: rect.y, width: rect.width - pen.px(14),
      height: height)
    drawLine(from: flat, to: place.row, isFar ? box : nil, scanner, with: &pen)
    pen.flatPill(name, scanner, in: flat, size: size)
    return rect
  }

  /// A line to the edge of the row, or in the gap above it to the frame of a pageblock in the far half.
  private func drawLine(
    from pill: Rect, to row: Float, _ box: Rect?, _ scanner: Scanner, with pen: inout Pen
  ) {
    let isMigrate = scanner == .migrate
    let start = isMigrate ? pill.maxX : pill.minX
    let out = isMigrate ? start + pen.px(8) : start - pen.px(8)
    let gap = geometry.rowPitch - geometry.cell.height
    let level = box.map { $0.minY - gap / 2 } ?? row
    let frame = 2 * pen.px(3)
    let edge = isMigrate ? geometry.viewport.minX - pen.px(4) : geometry.viewport.maxX + pen.px(4)
    let end = box.map { isMigrate ? $0.minX - frame : $0.maxX + frame } ?? edge
    let width = max(min(pen.px(2.5), gap), 1)
    pen.path(
      [Point(start, pill.midY), Point(out, pill.midY), Point(out, level), Point(end, level)], width: width,
      scanner.hue(pen.theme))
    guard box == nil else { return }
    let head = pen.px(6)
    let tip = isMigrate ? end + head : end - head
    pen.list.polygon(
      [Point(tip, level), Point(end, level - head), Point(end, level + head)], scanner.hue(pen.theme))
  }

  /// Where a scanner's pill stands; with an arrow where the scanner is out of view.
  private func place(of scanner: Scanner, _ pen: Pen) -> Place? {
    if let box = box(of: scanner) {
      let isBeside = box.maxX <= geometry.viewport.minX || box.minX >= geometry.viewport.maxX
      let arrow = !isBeside ? "" : box.midX < geometry.viewport.midX ? " ←" : " →"
      return Place(top: topOfPill(at: box.midY, pen), row: box.midY, direction: arrow)
    }
    guard let position = map.position(of: scanner), let first = geometry.rows.first,
      let last = geometry.rows.last
    else { return nil }
    let pfn = position.pageblock
    if let band = geometry.bands.first(where: { map.holes[$0.hole].range.contains(pfn) }) {
      let middle = band.y + geometry.bandHeight / 2
      return Place(top: topOfPill(at: middle, pen), row: middle)
    }
    guard geometry.level > 0, pfn < first.start || pfn > last.start else { return nil }
    let isAbove = pfn < first.start
    let y = isAbove ? geometry.bounds.minY : geometry.bounds.maxY
    return Place(top: topOfPill(at: y, pen), row: y, direction: isAbove ? " ↑" : " ↓")
  }

  private func pillHeight(_ pen: Pen) -> Float { (pen.type.size(.label, .sans) * 1.7).rounded() }

  /// Names of zones stand in the left margin as long as pills find room between them.
  func namesAreInMargin(_ pen: Pen) -> Bool {
    let ends = geometry.headings.dropFirst().map(\.y) + [geometry.bounds.maxY]
    return zip(geometry.headings, ends).allSatisfy { heading, end in
      end - heading.y - geometry.headingHeight >= pillHeight(pen)
    }
  }

  /// Top of a pill that points at `y` as well as can be without covering a zone's name.
  private func topOfPill(at y: Float, _ pen: Pen) -> Float {
    let height = pillHeight(pen)
    var top = min(max((y - height / 2).rounded(), geometry.bounds.y), geometry.bounds.maxY - height)
    guard namesAreInMargin(pen) else { return top }
    for heading in geometry.headings {
      let (from, to) = (heading.y, heading.y + geometry.headingHeight)
      if top < to, from < top + height { top = y > heading.y ? to : from - height }
    }
    return top
  }

  /// What part of a board is seen that is looked at closely: bars at its right and lower edge.
  func drawOverview(with pen: inout Pen) {
    guard geometry.zoom != nil else { return }
    let view = geometry.viewport
    func span(_ seen: Float, _ all: Float, _ hidden: Float) -> (from: Float, length: Float)? {
      all > seen + 1 ? (max(hidden, 0) / all * seen, max(seen / all * seen, pen.px(14))) : nil
    }
    let width = pen.px(4)
    if let bar = span(view.height, geometry.planeHeight, view.minY - geometry.top) {
      let y = min(view.minY + bar.from, view.maxY - bar.length)
      pen.list.roundedFill(
        Rect(x: view.maxX + pen.px(3), y: y, width: width, height: bar.length), radius: width / 2,
        pen.theme.rule)
    }
    if let bar = span(view.width, geometry.planeWidth, view.minX - geometry.left) {
      let x = min(view.minX + bar.from, view.maxX - bar.length)
      pen.list.roundedFill(
        Rect(x: x, y: view.maxY - width, width: bar.length, height: width), radius: width / 2, pen.theme.rule)
    }
  }
}
