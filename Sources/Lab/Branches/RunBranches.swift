import Simulation

/// A run and what it branched into, as they were left: enough to make all of it again.
public struct RunBranches: Equatable, Sendable {
  var runs: [RunState]
  /// The one that was on screen.
  var chosen: Int

  /// Nil where nobody has made anything that could be lost.
  init?(_ state: LabState) {
    guard state.branches.count > 1 || state.branches.contains(where: { !$0.draft.isEmpty }) else {
      return nil
    }
    runs = state.branches.map(\.left)
    chosen = state.branch
  }

  /// The same with the run that was opened on screen, before its first step.
  var fromStart: RunBranches {
    var branches = self
    branches.chosen = 0
    branches.runs[0].goal = nil
    return branches
  }
}

extension RunState {
  /// Goes to its step as soon as it has been recorded so far again.
  fileprivate var left: RunState {
    var run = RunState(target: target)
    run.goal = goal ?? step
    run.speed = speed
    run.zoom = zoom
    run.inquiry.bookmarks = inquiry.bookmarks
    run.inquiry.folded = inquiry.folded
    run.draft = draft
    run.fork = fork
    run.editSteps = editSteps
    return run
  }
}
