/// A moment of a run that somebody may want to jump to.
public struct TimelineMark: Equatable, Sendable {
  /// The step, counted from 1.
  public var step: Int
  public var rule: Rule
  public var pfn: Pfn
  /// Of a merged or captured block; 0 otherwise.
  public var order: Order
}
