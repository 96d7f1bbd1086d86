import Canvas
import Simulation

/// What the step did to its subject, in the margin beside the subject's row. To a subject that is far from there a
/// line leads, in the gap below the row.
struct StepMarkView {
  let mark: StepMark
  let subject: Pfn
  /// Where it stands; nil where it is not in the picture.
  let box: Rect?
  let geometry: PageGeometry
  /// The free scanner's pill, which the label keeps clear of.
  let pill: Rect?

  /// A subject that is further from the margin than this share of the map's width.
  private static let far: Float = 0.25

  func draw(with pen: inout Pen) {
    guard let box, geometry.visiblePages.contains(subject) else { return }
    let row = geometry.row(of: subject)
    let size = min(pen.type.size(.label, .sansSemiBold), geometry.rowPitch)
    // Beside the pill there is room in a row below or above.
    let candidates = [row, row + 1, row - 1, row + 2, row - 2].filter { geometry.isVisible(row: $0) }
    let free = candidates.map(geometry.rowRect).first { rect in
      pill.map { abs($0.midY - rect.midY) >= ($0.height + size) / 2 } ?? true
    }
    guard let rect = free else { return }
    let left = geometry.labelsRight + pen.px(14)
    let place = Rect(minX: left, minY: rect.y, maxX: max(geometry.bounds.maxX, left), maxY: rect.maxY)
    if geometry.sides.right - box.maxX > Self.far * (geometry.sides.right - geometry.sides.left) {
      drawLine(from: box, to: place.midY, with: &pen)
    }
    // In a narrow margin somewhat smaller rather than cut off.
    let width = pen.setter.glyphs.width(of: mark.label, face: .sansSemiBold, size: size) + 1
    let fitting = min(size, max((size * place.width / width).rounded(.down), size * 0.6))
    pen.text(
      mark.label, in: place, pen.style(mark.voice.hue(pen.theme), .label, .sansSemiBold), size: fitting, .left
    )
  }

  private func drawLine(from box: Rect, to middle: Float, with pen: inout Pen) {
    let width = max(pen.px(2), 1)
    let gap = geometry.rowRect(geometry.row(of: subject)).maxY
    let x = geometry.labelsRight + pen.px(3)
    pen.path(
      [
        Point(box.midX, box.maxY + pen.px(2)), Point(box.midX, gap), Point(x, gap), Point(x, middle),
        Point(x + pen.px(5), middle),
      ], width: width, pen.theme.ring)
  }
}

extension Explanation.Voice {
  /// The colour of who acts, as text can bear it.
  func hue(_ theme: Theme) -> Color {
    switch self {
    case .migrateScanner: theme.migrateText
    case .freeScanner: theme.freeText
    case .run: theme.text
    case .lesson: theme.goodNews
    }
  }
}
