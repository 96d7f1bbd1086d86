import Runs
import Simulation

/// A run and what it branched into, as they were left: enough to make all of it again. It holds no memory and
/// no recording: the same edits make the same run again.
public struct KeptBranches: Equatable, Sendable {
  var runs: [RunState]
  /// The one that was on screen.
  var chosen: Int
  /// What each branch is made with.
  var edits: [[Int: [Edit]]] = []

  /// The same with the run that was opened on screen, before its first step.
  var fromStart: KeptBranches {
    var branches = self
    branches.chosen = 0
    branches.runs[0].goal = nil
    return branches
  }

  /// What the branches are made of.
  /// - Parameter recipe: the run that is opened again.
  func recipes(of recipe: RunRecipe) -> [RunRecipe] {
    zip(edits, runs).map { edits, run in
      var branch = recipe
      branch.edits = edits
      branch.sameUntil = run.fork?.sameUntil
      return branch
    }
  }
}
