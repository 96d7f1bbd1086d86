import Captures
import KernelInterface
import Simulation
import Words

/// What has been typed to choose among the steps of a run. Every word of it must be true of a step: it stands in what
/// is said of it, or in the name of what the kernel traces there or of the task; a page frame number as 0x…; the
/// step's own number.
struct StepFilter {
  /// What can be said of a step and a word without a memory.
  enum Verdict: UInt8, Comparable {
    case no
    /// It depends on how memory is at that step.
    case maybe
    case yes

    static func < (one: Verdict, other: Verdict) -> Bool { one.rawValue < other.rawValue }
  }

  private let words: [Word]

  /// - Parameter text: words with blanks between them; none is true of every step.
  init(_ text: String) { words = text.plain.split(separator: " ").map { Word(String($0)) } }

  var isEmpty: Bool { words.isEmpty }

  /// For each step of a run, from the first on.
  /// - Parameter events: of the same run.
  func verdicts(on recording: Recording, scale: Scale, _ events: [RunEvent], _ catalogue: Catalogue)
    -> [Verdict]
  {
    var verdicts = [Verdict](repeating: .yes, count: recording.stepCount)
    for word in words {
      var own = [Verdict](repeating: .no, count: verdicts.count)
      switch word {
      case .step(let step):
        if verdicts.indices.contains(step - 1) { own[step - 1] = .yes }
      case .page(let pfn, _):
        for step in recording.steps(touching: pfn) { own[step - 1] = .maybe }
        for event in events where event.covers(pfn) { own[event.step - 1] = .yes }
      case .text(let text):
        let judge = Judge(of: text, catalogue)
        let ofRules = Rule.allCases.map(judge.verdict)
        recording.visitSteps(scale: scale) { step, rule, _ in
          own[step - 1] = ofRules[Int(rule.rawValue)]
          return true
        }
        for event in events where event.isCalled(text) { own[event.step - 1] = .yes }
      }
      for index in verdicts.indices { verdicts[index] = min(verdicts[index], own[index]) }
    }
    return verdicts
  }

  /// Whether it is true of a step of which this is said.
  func holds(for said: StepWords, step: Int, _ traced: ArraySlice<RunEvent>) -> Bool {
    let text = [said.what, said.how, said.because].joined(separator: " ").plain
    return words.allSatisfy { word in
      switch word {
      case .step(let own): own == step
      case .page(let pfn, let typed): text.contains(typed) || traced.contains { $0.covers(pfn) }
      case .text(let typed): text.contains(typed) || traced.contains { $0.isCalled(typed) }
      }
    }
  }

  private enum Word {
    case step(Int)
    case page(Pfn, typed: String)
    case text(String)

    init(_ typed: String) {
      if let step = Int(typed) {
        self = .step(step)
      } else if typed.hasPrefix("0x"), let pfn = Int(typed.dropFirst(2), radix: 16) {
        self = .page(pfn, typed: typed)
      } else {
        self = .text(typed)
      }
    }
  }

  // MARK: Texts of rules

  /// Places of texts that are filled with names; all others hold numbers.
  static let names: Set = ["zone", "zones", "type", "own", "mark", "why", "result", "version"]
}

/// What a word is to the texts of the rules, whatever their places are filled with.
private struct Judge {
  let typed: String
  let catalogue: Catalogue
  private let hasDigits: Bool
  /// Whether it may stand in a name that a place is filled with.
  private let isInName: Bool

  init(of typed: String, _ catalogue: Catalogue) {
    (self.typed, self.catalogue) = (typed, catalogue)
    hasDigits = typed.contains(where: \.isNumber)
    let said = catalogue.entries.keys.filter { $0.hasPrefix("busy.") || $0.hasPrefix("migratetype.") }
    let names =
      said.map { catalogue($0) } + ZoneName.allCases.map(\.description)
      + (0..<16).compactMap { CompactResult(rawValue: $0)?.traceName }
      + WatermarkName.allCases.map { "\($0)" }
    isInName = names.contains { $0.plain.contains(typed) }
  }

  func verdict(on rule: Rule) -> StepFilter.Verdict {
    let variants: [RuleVariant?] = rule.meaning.variants + [nil]
    var best = StepFilter.Verdict.no
    for part in StepWords.Part.allCases {
      // What is not said at times can't be counted on.
      let isAlwaysSaid = catalogue.contains(StepWords.key(rule, part))
      let found = variants.compactMap { catalogue.entries[StepWords.key(rule, part, $0)] }.map(verdict)
      guard let least = found.min(), let most = found.max() else { continue }
      best = max(best, least == .yes && isAlwaysSaid ? .yes : most > .no ? .maybe : .no)
    }
    return best
  }

  private func verdict(on entry: Catalogue.Entry) -> StepFilter.Verdict {
    switch entry {
    case .one(let template): return verdict(on: template)
    case .plural(let one, let other):
      let both = (verdict(on: one), verdict(on: other))
      return both.0 == both.1 ? both.0 : .maybe
    }
  }

  private func verdict(on template: Template) -> StepFilter.Verdict {
    var verdict = StepFilter.Verdict.no
    for piece in template.pieces {
      switch piece {
      case .text(let text): if text.plain.contains(typed) { return .yes }
      case .place(let name):
        if hasDigits || isInName && StepFilter.names.contains(name) { verdict = .maybe }
      }
    }
    return verdict
  }
}

extension RunEvent {
  fileprivate func isCalled(_ typed: String) -> Bool {
    tracepoint.name.contains(typed) || TracedTask(task).listedName.contains(typed)
  }

  fileprivate func covers(_ pfn: Pfn) -> Bool { tracepoint.pages?.contains(pfn) ?? false }
}

extension Tracepoint {
  /// The kernel's name of it and the pages that it is about are the same in every version.
  fileprivate var name: String { TraceEvent(self, version: .v6_12).name }
  fileprivate var pages: Range<Pfn>? { TraceEvent(self, version: .v6_12).pages }
}

extension String {
  /// As it is typed: in small letters, with the apostrophe of the keyboard.
  fileprivate var plain: String { lowercased().replacing("’", with: "'") }
}
