import Stage

extension KeyBindings {
  /// The keys of branches.
  mutating func addBranching() {
    add(.run, [.character("b")], .branching(.changedBranch(by: 1)), "branch")
    add(.run, [.character("b")], with: .shift, .branching(.toggledBeside), "beside")
    add(.run, [.delete], .branching(.droppedBranch), "drop-branch")
  }
}
