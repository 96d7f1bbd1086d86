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
  func drawFrame(of region: BoardMap.Region, with painter: inout Painter) {
    let margin = max(((geometry.rowPitch - geometry.cell.height) / 2).rounded(), 2)
    let width = region.isReserved ? max((margin / 2).rounded(), 1) : margin
    for rect in rects(of: region.range) {
      let frame = rect.inset(x: -2 * margin, y: -margin)
      painter.list.stroke(frame, radius: painter.px(5), width: margin, painter.theme.background)
      painter.list.stroke(
        frame, radius: painter.px(5), width: width,
        region.isReserved ? painter.theme.rule : painter.theme.markedFrame,
        dash: region.isReserved ? .solid : .longDashes)
    }
  }

  /// Names of regions and the step's mark, on the right of their rows or as near as there is room.
  func drawNotes(avoiding pills: [Rect], with painter: inout Painter) {
    var notes = Notes(taken: pills, geometry: geometry, painter)
    let (name, detail) = (
      painter.style(painter.theme.text, .label, .sansSemiBold), painter.style(painter.theme.secondaryText)
    )
    // What is taken for good is named where the others have left room.
    for region in map.regions.filter({ !$0.isReserved }) {
      guard let rect = rects(of: region.range).first(where: { $0.intersects(geometry.viewport) }) else {
        continue
      }
      notes.add([(region.name, name), (region.detail, detail)], at: rect.midY, isBound: true, with: &painter)
    }
    guard !painter.type.isPresenting else { return }
    var said: [String] = []
    for region in map.regions.filter(\.isReserved) where said.last != region.name {
      guard let rect = rects(of: region.range).first(where: { $0.intersects(geometry.viewport) }) else {
        continue
      }
      notes.add([(region.name, detail)], at: rect.midY, with: &painter)
      said.append(region.name)
    }
    guard let mark = map.mark, let box = map.subject.flatMap({ geometry.box(of: $0) }), motion == nil,
      box.intersects(geometry.viewport)
    else { return }
    let hue = mark.voice.hue(painter.theme)
    notes.add([(mark.label, painter.style(hue, .label, .sansSemiBold))], at: box.midY, with: &painter)
  }

  /// Places on the right of the cells that are taken already.
  private struct Notes {
    var taken: [Rect]
    let x: Float
    let bounds: Rect
    let line: Float
    /// Top of a line whose capitals begin with the board.
    let highest: Float

    init(taken: [Rect], geometry: BoardGeometry, _ painter: Painter) {
      self.taken = taken
      x = geometry.viewport.maxX + painter.px(14)
      bounds = geometry.bounds
      line = painter.type.lineHeight(.label)
      highest = bounds.minY - (line - painter.type.capHeight(.label)) / 2
    }

    /// Writes lines with the first one beside `y`, or a line or two above or below; nothing where there is
    /// no room for all of them.
    /// - Parameter isBound: the first line stands beside `y` or nowhere; what finds no room below is left out.
    mutating func add(
      _ lines: [(String, TextStyle)], at y: Float, isBound: Bool = false, with painter: inout Painter
    ) {
      let width = bounds.maxX - x
      let lines = lines.flatMap { text, style in
        painter.setter.wrapped(text, to: width, style.role, style.face).map { ($0, style) }
      }
      let ways: [Float] = isBound ? [0] : [0, 1, -1, 2, -2]
      for way in ways {
        let top = max(y - line / 2 + way * line, isBound ? -.infinity : highest)
        let places = lines.indices.map { place(top + Float($0) * line) }
        let free = places.prefix { isFree($0, below: isBound ? bounds.minY - line / 2 : highest) }
        guard free.count >= (isBound ? 1 : lines.count) else { continue }
        for ((text, style), rect) in zip(lines, free) {
          painter.text(text, in: rect, style)
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
