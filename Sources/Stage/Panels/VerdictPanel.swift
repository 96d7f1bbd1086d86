import Canvas
import Simulation
import Words

extension Panel {
  public static let verdict = Panel("verdict")
}

/// Will it run? One line when there is nothing to decide.
struct VerdictPanel: ColumnPanel {
  static let panel = Panel.verdict
  static let worth = 40

  let verdict: Verdict

  func need(_ sizes: PanelSizes) -> PanelNeed {
    let answer = width(setter: sizes.setter, unit: sizes.unit)
    var need = PanelNeed(
      width: max(sizes.full, answer), least: max(sizes.em * 15, answer), fixed: (sizes.em * 1.1).rounded(),
      rows: 1 + lines(sizes.setter.words).count, pitch: (sizes.em * 1.45).rounded())
    need.modest = max(need.modest, answer)
    return need
  }

  /// The catalogue's key of the answer.
  static func key(of weighed: Verdict.Weighed) -> String {
    switch weighed {
    case .nothing: "verdict.manual-always"
    case .range: "verdict.range-always"
    case .block(let outlook): key(of: outlook.answer)
    case .scores: runs(weighed) ? "verdict.yes" : "verdict.not-needed"
    }
  }

  static func key(of answer: CompactionOutlook.Answer) -> String {
    switch answer {
    case .runs: "verdict.yes"
    case .notNeeded: "verdict.not-needed"
    case .mayNotWait: "verdict.may-not-wait"
    case .tooFewPages: "verdict.too-few-pages"
    case .notFragmented: "verdict.not-fragmented"
    case .deferred: "verdict.deferred"
    }
  }

  private static func runs(_ weighed: Verdict.Weighed) -> Bool {
    switch weighed {
    case .nothing, .range: true
    case .block(let outlook): outlook.answer == .runs
    case .scores(let outlook, let isRunning): isRunning ? outlook.goesOn : outlook.begins
    }
  }

  /// The lines under the verdict.
  private func lines(_ words: Catalogue) -> [String] {
    switch verdict.weighed {
    case .nothing, .range: []
    case .block(let outlook): lines(of: outlook, free: verdict.free, words: words)
    case .scores(let outlook, _): lines(of: outlook, words: words)
    }
  }

  private func lines(of outlook: ProactiveOutlook, words: Catalogue) -> [String] {
    [
      words(
        "verdict.node-score", ["score": .number(outlook.nodeScore), "high": .number(outlook.high)]),
      words("verdict.zone-score", ["score": .number(outlook.zoneScore), "low": .number(outlook.low)]),
    ]
  }

  private func lines(of outlook: CompactionOutlook, free: Int, words: Catalogue) -> [String] {
    let pages = words(
      outlook.isCostly ? "verdict.pages-low" : "verdict.pages-min",
      [
        "free": .number(free), "needed": .number(outlook.mark + outlook.gap),
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
  private func width(setter: Typesetter, unit: Float) -> Float {
    let question = setter.width(setter.words("verdict.heading"), .heading, .sansSemiBold)
    let answer = setter.width(setter.words(Self.key(of: verdict.weighed)), .label, .sansSemiBold)
    return (question + answer + 12 * unit).rounded(.up) + 2 * PanelFrame.padding(unit)
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    pen.panel(rect)
    let lines = lines(pen.words)
    let body = rect.inset(x: PanelFrame.padding(pen.unit), y: pen.px(8))
    let row = PanelFrame.row(0, of: lines.count + 1, in: body)
    let color = Self.runs(verdict.weighed) ? pen.theme.goodNews : pen.theme.text
    let heading = pen.words("verdict.heading")
    var left = pen.text(heading, in: row, pen.style(pen.theme.text, .heading, .sansSemiBold))
    left += row.x + pen.px(10)
    let style = pen.style(color, .label, .sansSemiBold)
    let figures = pen.words(
      "verdict.figures", ["free": .number(verdict.free), "min": .number(verdict.min)])
    let answer = pen.words(Self.key(of: verdict.weighed))
    let figuresWidth = pen.setter.width(figures, .label, .sansSemiBold)
    let answerWidth = pen.setter.width(answer, .label, .sansSemiBold)
    let both = answerWidth + figuresWidth + pen.px(14) <= row.maxX - left
    pen.text(answer, in: Rect(minX: left, minY: row.y, maxX: row.maxX, maxY: row.maxY), style)
    if both { pen.text(figures, in: row, style, .right) }
    for (index, line) in lines.enumerated() {
      pen.text(
        line, in: PanelFrame.row(index + 1, of: lines.count + 1, in: body),
        pen.style(pen.theme.secondaryText))
    }
  }
}
