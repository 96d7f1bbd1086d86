import Canvas
import Simulation

/// What has a name on a board, and what the step did to its subject.
extension BoardView {
  /// The rows of a region, each as a rectangle around its cells.
  private func rects(of range: ClosedRange<Pfn>) -> [Rect] {
    let rowPages = geometry.cellsPerRow * geometry.cellPages
    return geometry.rows.compactMap { row in
      let first = max(range.lowerBound, row.start)
      let last = min(range.upperBound, row.start + rowPages - 1)
      guard first <= last else { return nil }
      return geometry.box(row: row, cell: (first - row.start) / geometry.cellPages)
        .union(geometry.box(row: row, cell: (last - row.start) / geometry.cellPages))
    }
  }

  /// Long dashes round what is lent to a device, a plain line round what is taken for good.
  func drawFrame(of region: BoardMap.Region, with pen: inout Pen) {
    let margin = max(((geometry.rowPitch - geometry.cell.height) / 2).rounded(), 2)
    let width = region.isReserved ? max((margin / 2).rounded(), 1) : margin
    for rect in rects(of: region.range) {
      let frame = rect.inset(x: -2 * margin, y: -margin)
      pen.list.stroke(frame, radius: pen.px(5), width: margin, pen.theme.background)
      pen.list.stroke(
        frame, radius: pen.px(5), width: width,
        region.isReserved ? pen.theme.rule : pen.theme.markedFrame,
        dash: region.isReserved ? .solid : .longDashes)
    }
  }

  /// Names of regions and the step's mark, on the right of their rows or as near as there is room.
  func drawNotes(avoiding pills: [Rect], with pen: inout Pen) {
    var notes = Notes(taken: pills, geometry: geometry, pen)
    let (name, detail) = (
      pen.style(pen.theme.text, .label, .sansSemiBold), pen.style(pen.theme.secondaryText)
    )
    // What is taken for good is named where the others have left room.
    for region in map.regions.filter({ !$0.isReserved }) {
      guard let rect = rects(of: region.range).first(where: { $0.intersects(geometry.viewport) }) else {
        continue
      }
      notes.add([(region.name, name), (region.detail, detail)], at: rect.midY, isBound: true, with: &pen)
    }
    guard !pen.type.isPresenting else { return }
    var said: [String] = []
    for region in map.regions.filter(\.isReserved) where said.last != region.name {
      guard let rect = rects(of: region.range).first(where: { $0.intersects(geometry.viewport) }) else {
        continue
      }
      notes.add([(region.name, detail)], at: rect.midY, with: &pen)
      said.append(region.name)
    }
    guard let mark = map.mark, let box = map.subject.flatMap({ geometry.box(of: $0) }), motion == nil,
      box.intersects(geometry.viewport)
    else { return }
    let hue = mark.voice.hue(pen.theme)
    notes.add([(mark.label, pen.style(hue, .label, .sansSemiBold))], at: box.midY, with: &pen)
  }

  /// Places on the right of the cells that are taken already.
  private struct Notes {
    var taken: [Rect]
    let x: Float
    let bounds: Rect
    let line: Float
    /// Top of a line whose capitals begin with the board.
    let highest: Float

    init(taken: [Rect], geometry: BoardGeometry, _ pen: Pen) {
      self.taken = taken
      x = geometry.viewport.maxX + pen.px(14)
      bounds = geometry.bounds
      line = pen.type.lineHeight(.label)
      highest = bounds.minY - (line - pen.type.capHeight(.label)) / 2
    }

    /// Writes lines with the first one beside `y`, or a line or two above or below; nothing where there is
    /// no room for all of them.
    /// - Parameter isBound: the first line stands beside `y` or nowhere; what finds no room below is left out.
    mutating func add(
      _ lines: [(String, TextStyle)], at y: Float, isBound: Bool = false, with pen: inout Pen
    ) {
      let width = bounds.maxX - x
      let lines = lines.flatMap { text, style in
        pen.setter.wrapped(text, to: width, style.role, style.face).map { ($0, style) }
      }
      let ways: [Float] = isBound ? [0] : [0, 1, -1, 2, -2]
      for way in ways {
        let top = max(y - line / 2 + way * line, isBound ? -.infinity : highest)
        let places = lines.indices.map { place(top + Float($0) * line) }
        let free = places.prefix { isFree($0, below: isBound ? bounds.minY - line / 2 : highest) }
        guard free.count >= (isBound ? 1 : lines.count) else { continue }
        for ((text, style), rect) in zip(lines, free) {
          pen.text(text, in: rect, style)
          taken.append(rect)
        }
        return
      }
    }

    private func place(_ y: Float) -> Rect { Rect(minX: x, minY: y, maxX: bounds.maxX, maxY: y + line) }

    private func isFree(_ rect: Rect, below top: Float) -> Bool {
      rect.minY >= top && rect.maxY <= bounds.maxY
        && !taken.contains { $0.intersects(rect.inset(x: 0, y: 1)) }
    }
  }
}
