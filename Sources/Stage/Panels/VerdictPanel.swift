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
    let said = said(width: sizes.width - 2 * sizes.padding, sizes.setter, unit: sizes.unit)
    return PanelNeed(
      width: sizes.full, least: sizes.em * 15, fixed: (sizes.em * 1.1).rounded(), rows: said.rows,
      pitch: (sizes.em * 1.36).rounded())
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

  /// The last one is empty where there is no index, so that nothing below moves when there is one.
  private func lines(of outlook: CompactionOutlook, free: Int, words: Catalogue) -> [String] {
    let index = outlook.fragmentationIndex.map { index in
      words(
        "verdict.index",
        [
          "index": .decimal(Double(index) / 1000, digits: 2),
          "threshold": .decimal(Double(outlook.threshold) / 1000, digits: 2),
        ])
    }
    return [
      words(
        "verdict.pages", ["free": .number(free), "needed": .number(outlook.mark + outlook.gap)]),
      words(
        outlook.isCostly ? "verdict.needed-low" : "verdict.needed-min",
        ["mark": .number(outlook.mark), "gap": .number(outlook.gap)]),
      index ?? "",
    ]
  }

  /// Everything that is said, for a width: all of it finds room.
  private struct Said {
    /// In one line or, where the panel is narrow, in several.
    var answer: [String]
    var answerRows: Int
    /// Beside the question, or below it.
    var answerIsBelow: Bool
    /// Free pages and the mark; empty where the lines say them.
    var figures: String
    var figuresAreBelow: Bool
    var lines: [String]
    /// With numbers as wide as they can get, so that no step changes it.
    var rows: Int
  }

  private func said(width: Float, _ setter: Typesetter, unit: Float) -> Said {
    let words = setter.words
    let gap = (14 * unit).rounded()
    func wide(_ text: String) -> Float {
      setter.width(Glyphs.zeros(like: text), .label, .sansSemiBold) + gap
    }
    let question = setter.width(words("verdict.heading"), .heading, .sansSemiBold) + gap
    let answers = verdict.weighed.answers.map { words($0) }
    let widest = answers.map(wide).max() ?? 0
    let lines = lines(words)
    let figures =
      lines.isEmpty
      ? words("verdict.figures", ["free": .number(verdict.free), "min": .number(verdict.min)]) : ""
    let answerIsBelow = question + widest > width
    let before = answerIsBelow ? widest : question + widest
    let figuresAreBelow = !figures.isEmpty && before + wide(figures) > width
    func rows(_ text: String) -> Int {
      max(setter.wrapped(Glyphs.zeros(like: text), to: width, .label, .sans).count, 1)
    }
    func wrapped(_ answer: String) -> [String] {
      answerIsBelow ? setter.wrapped(answer, to: width, .label, .sansSemiBold) : [answer]
    }
    let answerRows = answers.map { wrapped($0).count }.max() ?? 1
    return Said(
      answer: wrapped(words(Self.key(of: verdict.weighed))), answerRows: answerRows,
      answerIsBelow: answerIsBelow, figures: figures,
      figuresAreBelow: figuresAreBelow, lines: lines,
      rows: 1 + (answerIsBelow ? answerRows : 0) + (figuresAreBelow ? 1 : 0)
        + lines.reduce(0) { $0 + rows($1) })
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    pen.panel(rect)
    let body = rect.inset(x: PanelFrame.padding(pen.unit), y: pen.px(8))
    let said = said(width: body.width, pen.setter, unit: pen.unit)
    var number = 0
    func next() -> Rect {
      defer { number += 1 }
      return PanelFrame.row(min(number, said.rows - 1), of: said.rows, in: body)
    }
    var row = next()
    let color = Self.runs(verdict.weighed) ? pen.theme.goodNews : pen.theme.text
    let style = pen.style(color, .label, .sansSemiBold)
    var left = row.x + pen.px(10)
    left += pen.text(
      pen.words("verdict.heading"), in: row, pen.style(pen.theme.text, .heading, .sansSemiBold))
    for answer in said.answer {
      if said.answerIsBelow { (row, left) = (next(), body.x) }
      pen.text(answer, in: Rect(minX: left, minY: row.y, maxX: row.maxX + 1, maxY: row.maxY), style)
    }
    if !said.figures.isEmpty {
      pen.text(said.figures, in: said.figuresAreBelow ? next() : row, style, .right)
    }
    for line in said.lines.flatMap({ pen.setter.wrapped($0, to: body.width, .label, .sans) }) {
      pen.text(line, in: next(), pen.style(pen.theme.secondaryText))
    }
  }
}

extension Verdict.Weighed {
  /// The keys of all answers that there may be in such a run.
  fileprivate var answers: [String] {
    switch self {
    case .nothing, .range: [VerdictPanel.key(of: self)]
    case .block: CompactionOutlook.Answer.allCases.map(VerdictPanel.key(of:))
    case .scores: [VerdictPanel.key(of: .runs), VerdictPanel.key(of: .notNeeded)]
    }
  }
}
