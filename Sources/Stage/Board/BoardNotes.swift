import Canvas

/// Notes on the right of a board, each beside what it is about. Where two would stand on each other they are moved
/// apart, within their zone, and lines lead to their rows; what finds no room is left out, the last one first.
struct BoardNotes {
  struct Note {
    var texts: [(String, TextStyle)]
    /// The middle of its row.
    var y: Float
    /// Index of its zone.
    var zone: Int
    /// What a line leads to, if that is far away.
    var subject: Rect?
  }

  private struct Placed {
    var note: Note
    var lines: [(String, TextStyle)]
    var top: Float
  }

  private let geometry: BoardGeometry
  private let placed: [Placed]
  private let left: Float
  /// Distance of lines: their letters just stand apart.
  private let line: Float

  /// - Parameter notes: the first has precedence.
  init(_ notes: [Note], _ geometry: BoardGeometry, avoiding pills: [Rect], _ pen: Pen) {
    self.geometry = geometry
    let left = geometry.viewport.maxX + pen.px(18)
    self.left = left
    let line = (pen.type.size(.label, .sans) * 1.2).rounded()
    self.line = line
    let width = geometry.bounds.maxX - left
    var found: [Placed] = []
    for note in notes {
      let lines = Self.lines(of: note, width: width, pen)
      let height = Float(lines.count) * line
      let rows = geometry.rows.filter { $0.zone == note.zone }
      guard let first = rows.first, let last = rows.last, width > 0 else { continue }
      // Capitals may begin and end with the zone's cells.
      let slack = (line - pen.type.capHeight(.label)) / 2
      let lowest =
        min(max(last.y + geometry.cell.height, first.y + line), geometry.bounds.maxY) + slack - height
      let highest = max(first.y, geometry.bounds.minY) - slack
      let taken =
        pills
        + found.map {
          Rect(x: left, y: $0.top, width: width, height: Float($0.lines.count) * line)
        }
      let wanted = min(max(note.y - line / 2, highest), max(lowest, highest))
      // As near as there is room, to a pixel.
      let tops = (0..<200).flatMap { [wanted + Float($0), wanted - Float($0)] }
      let top = tops.first { top in
        let box = Rect(x: left, y: top, width: width, height: height)
        return top >= highest - 0.5 && top <= max(lowest, highest) + 0.5
          && !taken.contains { $0.intersects(box) }
      }
      if let top { found.append(Placed(note: note, lines: lines, top: top)) }
    }
    placed = found
  }

  /// All in one line if they find room there.
  private static func lines(of note: Note, width: Float, _ pen: Pen) -> [(String, TextStyle)] {
    note.texts.flatMap { text, style in
      pen.setter.wrapped(text, to: width, style.role, style.face).map { ($0, style) }
    }
  }

  func draw(with pen: inout Pen) {
    for placed in placed {
      for (index, (text, style)) in placed.lines.enumerated() {
        pen.text(
          text,
          in: Rect(
            minX: left, minY: placed.top + Float(index) * line, maxX: geometry.bounds.maxX,
            maxY: placed.top + Float(index + 1) * line), style)
      }
      drawLine(to: placed, with: &pen)
    }
  }

  /// From the row to the first line of a note that does not stand beside it, or to a subject that is far away.
  private func drawLine(to placed: Placed, with pen: inout Pen) {
    let middle = placed.top + line / 2
    let edge = geometry.viewport.maxX
    let (near, out) = (edge + pen.px(3), edge + pen.px(9))
    let width = max(pen.px(2), 1)
    if let box = placed.note.subject, edge - box.maxX > geometry.viewport.width / 4,
      box.intersects(geometry.viewport)
    {
      let gap = min(box.maxY + (geometry.rowPitch - box.height) / 2, geometry.viewport.maxY)
      return pen.path(
        [
          Point(box.midX, min(box.maxY, gap)), Point(box.midX, gap), Point(out, gap), Point(out, middle),
          Point(left - pen.px(3), middle),
        ], width: width, pen.theme.ring)
    }
    // Of a row that is seen in part, the part that is.
    let row = min(max(placed.note.y, geometry.viewport.minY), geometry.viewport.maxY)
    guard abs(middle - row) > max(geometry.rowPitch / 2, 4) else { return }
    pen.path(
      [
        Point(near, row), Point(out, row), Point(out, middle),
        Point(left - pen.px(3), middle),
      ], width: 1, pen.theme.rule)
  }
}
