/// The branches of a run: what it became with the edits of a person.
public enum Branching {
  public enum Action: Equatable, Sendable {
    /// To the next branch at the same moment, or the one before (−1).
    case changedBranch(by: Int)
    /// The branch on screen is not wanted any more.
    case droppedBranch
    /// Another branch is shown beside this one.
    case toggledBeside

    // What comes by itself
    /// The run branches off behind a step, with edits that are made in so many steps.
    case branched(after: Int, editSteps: [EditSteps])
    /// So many steps of a branch are recorded.
    case recorded(inBranch: Int, steps: Int, isComplete: Bool)
    /// Where the lesson's stops are in a branch, in their order.
    case foundStops(inBranch: Int, [Int])
  }

  public enum Effect: Equatable, Sendable {
    /// The run branches off with what was drafted.
    case branchOff
    /// The branch of this number is not there any more.
    case dropSession(Int)
  }
}

extension Branching.Action {
  /// Whether a person asked for it.
  var isAsked: Bool {
    switch self {
    case .changedBranch, .droppedBranch, .toggledBeside, .branched: true
    case .recorded, .foundStops: false
    }
  }
}
