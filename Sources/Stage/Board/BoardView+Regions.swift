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

  /// Names of regions and small holes and the step's mark, on the right of their rows, within their zone.
  func drawNotes(avoiding pills: [Rect], with pen: inout Pen) {
    let (name, detail) = (
      pen.style(pen.theme.text, .label, .sansSemiBold), pen.style(pen.theme.secondaryText)
    )
    var notes: [BoardNotes.Note] = []
    func add(_ texts: [(String, TextStyle)], at rect: Rect, of pfn: Pfn, from: Rect? = nil) {
      guard let row = geometry.row(of: pfn), rect.intersects(geometry.viewport) else { return }
      notes.append(
        BoardNotes.Note(
          texts: texts.filter { !$0.0.isEmpty }, y: rect.midY, zone: geometry.rows[row].zone, subject: from))
    }
    if let mark = map.mark, let subject = map.subject, let box = geometry.box(of: subject), motion == nil,
      !pen.type.isPresenting
    {
      add(
        [(mark.label, pen.style(mark.voice.hue(pen.theme), .label, .sansSemiBold))], at: box, of: subject,
        from: box)
    }
    var said: [String] = []
    for region in map.regions where said.last != region.name && !(region.isReserved && pen.type.isPresenting)
    {
      guard let rect = rects(of: region.range).first(where: { $0.intersects(geometry.viewport) }) else {
        continue
      }
      let texts =
        region.isReserved ? [(region.name, detail)] : [(region.name, name), (region.detail, detail)]
      add(texts, at: rect, of: region.range.lowerBound)
      said.append(region.name)
    }
    for (index, hole) in map.holes.enumerated()
    where !geometry.bands.contains(where: { $0.hole == index }) && !hasName(hole, pen) {
      guard let room = room(of: hole), !pen.type.isPresenting else { continue }
      add([(pen.shortName(of: hole), detail)], at: room, of: hole.range.lowerBound)
    }
    BoardNotes(notes, geometry, avoiding: pills, pen).draw(with: &pen)
  }
}
