import Canvas
import Simulation

/// What the step did to its subject, in the margin beside the subject's row.
struct StepMarkView {
  let mark: StepMark
  let subject: Pfn
  let geometry: PageGeometry
  /// Where the free scanner's pill stands, which the label keeps clear of.
  let pill: Float?

  func draw(with painter: inout Painter) {
    guard geometry.visiblePages.contains(subject) else { return }
    let hue = mark.voice.hue(painter.theme)
    let row = geometry.row(of: subject)
    // Beside the pill there is room in the row below or above.
    let candidates = [row, row + 1, row - 1].filter { geometry.isVisible(row: $0) }
    let free = candidates.first { candidate in
      pill.map { abs($0 - geometry.rowRect(candidate).midY) >= geometry.rowPitch } ?? true
    }
    guard let free else { return }
    let rect = geometry.rowRect(free)
    let left = geometry.labelsRight + painter.px(10)
    painter.text(
      mark.label, in: Rect(minX: left, minY: rect.y, maxX: max(geometry.bounds.maxX, left), maxY: rect.maxY),
      painter.style(hue, .label, .sansSemiBold),
      size: min(painter.type.size(.label, .sansSemiBold), geometry.rowPitch), .left)
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
