extension KeptBranches {
  /// Nil where nobody has made anything that could be lost.
  init?(_ state: LabState) {
    guard state.branches.count > 1 || state.branches.contains(where: { !$0.editing.draft.isEmpty }) else {
      return nil
    }
    runs = state.branches.map(\.left)
    chosen = state.branch
  }
}

extension RunState {
  /// Goes to its step as soon as it has been recorded so far again.
  fileprivate var left: RunState {
    var run = RunState(target: target, agedBy: agedBy)
    run.goal = learning.way?.goal ?? goal ?? step
    run.speed = speed
    run.zooming = zooming
    run.finding.bookmarks = finding.bookmarks
    run.inspecting.folded = inspecting.folded
    run.editing.draft = editing.draft
    run.fork = fork
    run.editSteps = editSteps
    return run
  }
}
