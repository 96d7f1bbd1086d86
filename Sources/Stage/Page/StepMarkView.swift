import Canvas
import Simulation

/// What the step did to its subject, in the margin beside the subject's row.
struct StepMarkView {
  let mark: StepMark
  let subject: Pfn
  let geometry: PageGeometry
  /// The free scanner's pill, which the label keeps clear of.
  let pill: Rect?

  func draw(with pen: inout Pen) {
    guard geometry.visiblePages.contains(subject) else { return }
    let hue = mark.voice.hue(pen.theme)
    let row = geometry.row(of: subject)
    let size = min(pen.type.size(.label, .sansSemiBold), geometry.rowPitch)
    // Beside the pill there is room in a row below or above.
    let candidates = [row, row + 1, row - 1, row + 2, row - 2].filter { geometry.isVisible(row: $0) }
    let free = candidates.map(geometry.rowRect).first { rect in
      pill.map { abs($0.midY - rect.midY) >= ($0.height + size) / 2 } ?? true
    }
    guard let rect = free else { return }
    let left = geometry.labelsRight + pen.px(10)
    let place = Rect(minX: left, minY: rect.y, maxX: max(geometry.bounds.maxX, left), maxY: rect.maxY)
    // In a narrow margin somewhat smaller rather than cut off.
    let width = pen.setter.glyphs.width(of: mark.label, face: .sansSemiBold, size: size) + 1
    let fitting = min(size, max((size * place.width / width).rounded(.down), size * 0.6))
    pen.text(mark.label, in: place, pen.style(hue, .label, .sansSemiBold), size: fitting, .left)
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
