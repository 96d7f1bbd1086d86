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
    /// Of the usual size of letters: less where a word of it would not find room.
    var scale: Float
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
    /// Where there is room for a note in letters of a size.
    func place(_ note: Note, scale: Float) -> Placed? {
      let lines = Self.lines(of: note, width: width, scale, pen)
      let height = Float(lines.count) * line
      let rows = geometry.rows.filter { $0.zone == note.zone }
      guard let first = rows.first, let last = rows.last, width > 0 else { return nil }
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
      return top.map { Placed(note: note, scale: scale, lines: lines, top: $0) }
    }
    for note in notes {
      // In letters so large that no word is broken; else in fewer lines, as long as they can be read.
      let scales =
        [Self.scale(of: note, width: width, byWords: true, pen)]
        + [Self.scale(of: note, width: width, byWords: false, pen)].filter { $0 > Self.leastScale }
      if let placed = scales.lazy.compactMap({ place(note, scale: $0) }).first { found.append(placed) }
    }
    placed = found
  }

  /// All in one line if they find room there.
  private static func lines(
    of note: Note, width: Float, _ scale: Float, _ pen: Pen
  ) -> [(String, TextStyle)] {
    note.texts.flatMap { text, style in
      pen.setter.wrapped(text, to: width, style.face, size: size(style, scale, pen)).map { ($0, style) }
    }
  }

  private static func size(_ style: TextStyle, _ scale: Float, _ pen: Pen) -> Float {
    let usual = pen.type.size(style.role, style.face)
    return scale < 1 ? (usual * scale).rounded(.down) : usual
  }

  private static let leastScale: Float = 0.5

  /// So that no word is broken, or no text.
  private static func scale(of note: Note, width: Float, byWords: Bool, _ pen: Pen) -> Float {
    let widths = note.texts.flatMap { text, style in
      (byWords ? text.split(separator: " ") : [text[...]]).map {
        pen.setter.width($0, style.role, style.face)
      }
    }
    return min(1, width / max(widths.max() ?? 0, 1))
  }

  func draw(with pen: inout Pen) {
    for placed in placed {
      for (index, (text, style)) in placed.lines.enumerated() {
        pen.text(
          text,
          in: Rect(
            minX: left, minY: placed.top + Float(index) * line, maxX: geometry.bounds.maxX,
            maxY: placed.top + Float(index + 1) * line), style, size: Self.size(style, placed.scale, pen),
          .left)
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
