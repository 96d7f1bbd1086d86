extension LabState {
  /// The branch on screen goes on as it was; the new one takes its place on screen.
  mutating func branchOff(after step: Int, _ editSteps: [EditSteps]) {
    guard var old = run else { return }
    var new = RunState(target: old.target)
    new.fork = Fork(
      parent: branch, step: step,
      sameUntil: old.sameUntil(branchingAfter: step),
      draft: old.draft)
    new.editSteps = editSteps
    new.goal = step + (editSteps.last.map { $0.after == step ? $0.count : 0 } ?? 0)
    new.speed = old.speed
    new.inquiry.bookmarks = old.inquiry.bookmarks.filter { $0 <= step }
    new.inquiry.folded = old.inquiry.folded
    new.draft.paint = old.draft.paint
    old.draft = new.draft
    old.stopEditing()
    run = old
    branches.append(new)
    branch = branches.count - 1
    beside = nil
  }

  /// Takes the last change back; that of a branch just made lies before it, where it left.
  mutating func undo() -> [Effect] {
    guard let run, !run.isEditing, let fork = run.fork else { return self.run?.reduce(.undid) ?? [] }
    let effects = show(fork.parent)
    if self.run?.draft.isEmpty == true { self.run?.draft = fork.draft }
    let begun = self.run?.reduce(.began) ?? []
    return effects + [.move(.seek(fork.step))] + begun + (self.run?.reduce(.undid) ?? [])
  }

  mutating func changeBranch(by distance: Int) -> [Effect] {
    guard branches.count > 1 else { return [.say("branch.none")] }
    let old = branch
    let effects = show((branch + distance + branches.count) % branches.count)
    if beside != nil { beside = old }
    return effects
  }

  /// Lets go of a branch that no other one came from. Its edits go back to where it left, to be made again.
  mutating func dropBranch() -> [Effect] {
    guard let fork = run?.fork else { return [.say("branch.first-stays")] }
    let dropped = branch
    guard !branches.contains(where: { $0.fork?.parent == dropped }) else {
      return [.say("branch.has-branches")]
    }
    let effects = show(fork.parent)
    if run?.draft.isEmpty == true { run?.draft = fork.draft }
    branches.remove(at: dropped)
    for index in branches.indices {
      if let parent = branches[index].fork?.parent, parent > dropped { branches[index].fork?.parent -= 1 }
    }
    beside = nil
    return [.dropSession(dropped)] + effects
  }

  mutating func toggleBeside() -> [Effect] {
    guard branches.count > 1 else { return [.say("branch.none")] }
    beside = beside == nil ? run?.fork?.parent ?? branches.count - 1 : nil
    return []
  }

  /// Shows a branch at the moment that the one on screen stands at.
  private mutating func show(_ next: Int) -> [Effect] {
    run?.isPlaying = false
    run?.stopEditing()
    guard let old = run else { return [] }
    branch = next
    run?.inspected = old.inspected
    run?.inquiry.ring = old.inquiry.ring
    run?.inquiry.inspectsPageblock = old.inquiry.inspectsPageblock
    run?.speed = old.speed
    let goal = branches[branch].editSteps.edited(old.editSteps.plain(old.goal ?? old.step))
    run?.goal = goal
    return run?.reachGoal() ?? []
  }

  /// What came to a branch that is not on screen waits there.
  mutating func take(_ action: Action, inBranch index: Int) -> [Effect] {
    guard index != branch else { return run?.reduce(action) ?? [] }
    guard branches.indices.contains(index) else { return [] }
    switch action {
    case .recorded(let steps, let isComplete):
      (branches[index].steps, branches[index].isComplete) = (steps, isComplete)
    case .foundStops(let stops): branches[index].stops = stops
    default: break
    }
    return []
  }
}
