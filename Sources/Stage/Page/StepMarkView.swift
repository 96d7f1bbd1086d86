import Canvas
import Simulation

/// The object of the step: an outline around it, and its label in the margin beside its row.
struct StepMarkView {
  let mark: StepMark
  let geometry: PageGeometry
  /// Where the free scanner's pill stands, which the label keeps clear of.
  let pill: Float?

  func draw(with painter: inout Painter) {
    let visible = geometry.visiblePages
    guard let first = mark.pages.first, visible.contains(first) else { return }
    let hue = mark.voice.hue(painter.theme)
    let perRow = geometry.columns * geometry.segment
    var start = first
    let end = min(mark.pages.upperBound, visible.upperBound)
    while start < end {
      let rowEnd = start - (start - geometry.range.lowerBound) % perRow + perRow
      let count = min(end, rowEnd) - start
      let box = geometry.box(of: start, count: count)
      painter.list.stroke(
        box.inset(by: -painter.px(1)), radius: painter.px(5), width: painter.px(1), painter.theme.background)
      painter.list.stroke(
        box.inset(by: -painter.px(3)), radius: painter.px(6), width: max(painter.px(3), 2), hue)
      start += count
    }
    drawLabel(hue, with: &painter)
  }

  private func drawLabel(_ hue: Color, with painter: inout Painter) {
    let row = geometry.row(of: mark.pages.lowerBound)
    // Beside the pill there is room in the row below or above.
    let candidates = [row, row + 1, row - 1].filter { geometry.isVisible(row: $0) }
    let free = candidates.first { candidate in
      pill.map { abs($0 - geometry.rowRect(candidate).midY) >= geometry.rowPitch } ?? true
    }
    guard let free else { return }
    let rect = geometry.rowRect(free)
    let beside = geometry.columns == 1 ? geometry.lane.width : 0
    let left = geometry.span.right + beside + painter.px(10)
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
