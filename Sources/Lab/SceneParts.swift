import Stage

/// What the parts of the application have to show of a run; the scene is made from all of them at once.
struct SceneParts {
  /// What is said on the way from stop to stop, which is too fast to say more; nil where the run stands.
  var way: Explanation?
  /// The stop of the lesson where the run stands.
  var stop: Learning.Shown?
  var inspector: Inspector?
  var overlay: Finding.Shown?
  var draft: Editing.Shown?
  /// Nil while there is but one.
  var branch: Branching.Shown?
  /// What this machine says, where it is wanted.
  var live: LiveMachine.Latest?
  /// The same as a table, or why there are no figures.
  var machine: MachineBlocks?
  /// Nothing is to move: the map says what the step changed.
  var showsChange = false
}
