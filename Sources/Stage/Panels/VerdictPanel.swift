import Canvas
import Simulation
import Words

/// Will it run? One line when there is nothing to decide.
enum VerdictPanel {
  /// - Parameter answer: nil where there is nothing to decide.
  static func key(of answer: CompactionOutlook.Answer?) -> String {
    switch answer {
    case nil: "verdict.manual-always"
    case .runs: "verdict.yes"
    case .notNeeded: "verdict.not-needed"
    case .tooFewPages: "verdict.too-few-pages"
    case .notFragmented: "verdict.not-fragmented"
    case .deferred: "verdict.deferred"
    }
  }

  /// The lines under the verdict.
  static func lines(of verdict: Verdict, words: Catalogue) -> [String] {
    guard let outlook = verdict.outlook else { return [] }
    let pages = words(
      outlook.isCostly ? "verdict.pages-low" : "verdict.pages-min",
      [
        "free": .number(verdict.free), "needed": .number(outlook.mark + outlook.gap),
        "mark": .number(outlook.mark), "gap": .number(outlook.gap),
      ])
    let index = outlook.fragmentationIndex.map { index in
      words(
        "verdict.index",
        [
          "index": .decimal(Double(index) / 1000, digits: 2),
          "threshold": .decimal(Double(outlook.threshold) / 1000, digits: 2),
        ])
    }
    return [pages] + (index.map { [$0] } ?? [])
  }

  /// Pixels at which the answer stands beside the question.
  static func width(of verdict: Verdict, setter: Typesetter, unit: Float) -> Float {
    let question = setter.width(setter.words("verdict.heading"), .heading, .sansSemiBold)
    let answer = setter.width(setter.words(key(of: verdict.outlook?.answer)), .label, .sansSemiBold)
    return (question + answer + 12 * unit).rounded(.up) + 2 * PanelFrame.padding(unit)
  }

  static func draw(_ verdict: Verdict, in rect: Rect, with painter: inout Painter) {
    painter.panel(rect)
    let lines = lines(of: verdict, words: painter.words)
    let body = rect.inset(x: PanelFrame.padding(painter.unit), y: painter.px(8))
    let row = PanelFrame.row(0, of: lines.count + 1, in: body)
    let isGood = verdict.outlook.map { $0.answer == .runs } ?? true
    let color = isGood ? painter.theme.goodNews : painter.theme.text
    let heading = painter.words("verdict.heading")
    var left = painter.text(heading, in: row, painter.style(painter.theme.text, .heading, .sansSemiBold))
    left += row.x + painter.px(10)
    let style = painter.style(color, .label, .sansSemiBold)
    let figures = painter.words(
      "verdict.figures", ["free": .number(verdict.free), "min": .number(verdict.min)])
    let answer = painter.words(key(of: verdict.outlook?.answer))
    let figuresWidth = painter.setter.width(figures, .label, .sansSemiBold)
    let answerWidth = painter.setter.width(answer, .label, .sansSemiBold)
    let both = answerWidth + figuresWidth + painter.px(14) <= row.maxX - left
    painter.text(answer, in: Rect(minX: left, minY: row.y, maxX: row.maxX, maxY: row.maxY), style)
    if both { painter.text(figures, in: row, style, .right) }
    for (index, line) in lines.enumerated() {
      painter.text(
        line, in: PanelFrame.row(index + 1, of: lines.count + 1, in: body),
        painter.style(painter.theme.secondaryText))
    }
  }
}
