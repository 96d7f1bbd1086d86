import Runs
import Simulation

/// What was made of a run that was left, kept until the program ends. It holds no memory and no recording:
/// the same edits make the same run again.
struct KeptRun {
  private let branches: RunBranches
  /// What each branch is made with.
  private let edits: [[Int: [Edit]]]

  init(_ branches: RunBranches, _ sessions: [RunSession]) {
    self.branches = branches
    edits = sessions.map(\.recipe.edits)
  }

  /// - Parameter goesOn: it is shown as it was left, and not from its beginning.
  func branches(goesOn: Bool) -> RunBranches { goesOn ? branches : branches.fromStart }

  /// What the branches are made of.
  /// - Parameter recipe: the run that is opened again.
  func recipes(of recipe: RunRecipe) -> [RunRecipe] {
    zip(edits, branches.runs).map { edits, run in
      var branch = recipe
      branch.edits = edits
      branch.sameUntil = run.fork?.sameUntil
      return branch
    }
  }
}
