/// Where a branch left the run that it came from.
public struct Fork: Equatable, Sendable {
  /// The branch that it came from.
  public var parent: Int
  /// The step behind which it goes its own way.
  public var step: Int
  /// Steps that are the same as in the run that was opened.
  public var sameUntil: Int
  /// What was drafted, to be taken back.
  public var draft: Draft
}

/// Steps in which what a person edited is made: a branch has them, the run that it left has not.
public struct EditSteps: Equatable, Sendable {
  /// The step before them.
  public var after: Int
  public var count: Int
}

extension [EditSteps] {
  /// The step of a run without edits that stands at the same moment.
  func plain(_ step: Int) -> Int {
    step - reduce(0) { $0 + Swift.min(Swift.max(step - $1.after, 0), $1.count) }
  }

  /// The step at the same moment as a step of a run without edits; where there are edits, behind them.
  func edited(_ plain: Int) -> Int {
    reduce(plain) { $0 >= $1.after ? $0 + $1.count : $0 }
  }
}
