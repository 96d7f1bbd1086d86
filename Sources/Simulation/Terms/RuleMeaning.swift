/// What a rule means beside its name: a row of the table `Rule+Meaning`. These are facts of the kernel and
/// of the model; pictures, histories, lessons and words read them.
public struct RuleMeaning: Sendable {
  /// Which of its payload's pages a step is about: what a picture marks.
  public enum Subject: Sendable {
    /// `StepFacts.pfn`
    case itself
    /// The target of a move.
    case target
  }

  /// Who acts.
  public enum Actor: Sendable { case migrateScanner, freeScanner, run }

  /// What a rule is besides.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// "Next interesting event" stops here whatever the numbers are.
    static let landmark = Traits(rawValue: 1)
    /// It belongs to the story of its page's contents.
    static let pageHistory = Traits(rawValue: 2)
    /// It belongs to the story of its pageblock: a scanner enters it as a whole, or turns it down.
    static let pageblockHistory = Traits(rawValue: 4)
  }

  public let rule: Rule
  /// The phase that steps by this rule belong to.
  public let phase: Phase
  /// The line of the ten-line algorithm that is lit at such a step, counted from 1; nil where it says
  /// nothing about it.
  public let pseudocodeLine: Int?
  /// The kernel function in which the rule lives; empty where it is none of the kernel's.
  public let kernelSymbol: String
  /// What its steps are about.
  public let shape: StepFacts.Shape
  /// Nil where a step is about no page in particular.
  public let subject: Subject?
  let traits: Traits
  /// What it makes happen, for whom waits for that.
  public let milestone: Milestone?
  /// For what else than its usual reason it may have fired.
  public let variants: [RuleVariant]

  init(
    _ rule: Rule, _ phase: Phase, _ line: Int?, _ symbol: String, _ shape: StepFacts.Shape = .nothing,
    about subject: Subject? = nil, _ traits: Traits = [], _ milestone: Milestone? = nil,
    or variants: [RuleVariant] = []
  ) {
    self.rule = rule
    self.phase = phase
    pseudocodeLine = line
    kernelSymbol = symbol
    self.shape = shape
    self.subject = subject
    self.traits = traits
    self.milestone = milestone
    self.variants = variants
  }

  /// Who acts.
  public var actor: Actor {
    switch phase {
    case .isolate: .migrateScanner
    case .findTargets: .freeScanner
    case .setUp, .unmap, .move, .drain, .finishTest, .end, .allocate: .run
    }
  }
}
