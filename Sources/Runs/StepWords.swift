import Simulation
import Words

/// What is said of a step: what happened, how, because of what, and where in the kernel. Window, narration, the run
/// as a list and `--events` all take it from here.
public struct StepWords: Equatable, Sendable {
  public var what: String
  public var how: String
  public var because: String
  public var symbol: String

  /// - Parameter memory: as it is after the step.
  public init(_ step: Step, in memory: Memory, words: Catalogue) {
    let values = Self.values(step, memory, words)
    let variants: [RuleVariant?] = step.variants(in: memory) + [nil]
    func text(_ part: Part) -> String {
      let keys = variants.map { Self.key(step.rule, part, $0) }
      return keys.first(where: words.contains).map { words($0, values) } ?? ""
    }
    what = text(.what)
    how = text(.how)
    because = text(.because)
    symbol = step.rule.meaning.kernelSymbol
  }

  /// In one line: what happened, and because of what.
  public var line: String { [what, because].filter { !$0.isEmpty }.joined(separator: " ") }

  /// The texts that a rule has.
  enum Part: String, CaseIterable { case what, how, because }

  /// The key of a rule's text.
  /// - Parameter variant: where the rule fired for something else than its usual reason.
  static func key(_ rule: Rule, _ part: Part, _ variant: RuleVariant? = nil) -> String {
    "rule.\(rule).\(part.rawValue)" + (variant.map { "-\($0.rawValue)" } ?? "")
  }

  /// What the texts of the rules may speak of: what the step says, and how memory and the run stand.
  static func values(_ step: Step, _ memory: Memory, _ words: Catalogue) -> [String: Value] {
    StepValues(memory: memory, words: words).all(of: step)
  }
}
