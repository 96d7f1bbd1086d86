/// What is known of the step just made.
public struct StepFacts: Equatable, Sendable {
  public var rule: Rule
  /// The page, block or position it is about.
  public var pfn: Pfn
  /// A second number: the target of a move, pages taken, the order of a request; by the rule.
  public var argument: Int
  /// A third one, by the rule.
  public var detail: Int
  /// Order of the block it is about; 0 for a page.
  public var order: Order
}
