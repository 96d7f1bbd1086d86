extension LabState {
  /// The part of the reducer that is about branches.
  mutating func reduce(_ action: Branching.Action) -> [Effect] {
    switch action {
    case .changedBranch(let distance): return changeBranch(by: distance)
    case .droppedBranch: return dropBranch()
    case .toggledBeside: return toggleBeside()
    case .branched(let step, let editSteps): branchOff(after: step, editSteps)
    case .recorded(let index, let steps, let isComplete):
      return recorded(steps, isComplete: isComplete, inBranch: index)
    case .foundStops(let index, let stops):
      if branches.indices.contains(index) { branches[index].learning.stops = stops }
    }
    return []
  }

  /// The branch on screen goes on as it was; the new one takes its place on screen.
  private mutating func branchOff(after step: Int, _ editSteps: [EditSteps]) {
    guard var old = run else { return }
    var new = RunState(target: old.target, agedBy: old.agedBy)
    new.fork = Fork(
      parent: branch, step: step,
      sameUntil: old.sameUntil(branchingAfter: step),
      draft: old.editing.draft)
    new.editSteps = editSteps
    new.goal = step + (editSteps.last.map { $0.after == step ? $0.count : 0 } ?? 0)
    new.speed = old.speed
    new.finding.bookmarks = old.finding.bookmarks.filter { $0 <= step }
    new.inspecting.folded = old.inspecting.folded
    new.editing.draft.paint = old.editing.draft.paint
    // Of a range that is asked for it is seen what becomes of it.
    if case .contiguous(.range(let range))? = old.editing.draft.settings?.trigger {
      new.inspecting.inspect(range.lowerBound, wholePageblock: true)
    }
    old.editing.draft = new.editing.draft
    old.stopEditing()
    run = old
    branches.append(new)
    branch = branches.count - 1
    beside = nil
  }

  /// Takes the last change back; that of a branch just made lies before it, where it left.
  mutating func undo() -> [Effect] {
    guard let run, !run.editing.isOn, let fork = run.fork else {
      return self.run?.reduce(.undid) ?? []
    }
    let effects = show(fork.parent)
    if self.run?.editing.draft.isEmpty == true { self.run?.editing.draft = fork.draft }
    let begun = self.run?.reduce(.began) ?? []
    return effects + [.move(.seek(fork.step))] + begun + (self.run?.reduce(.undid) ?? [])
  }

  private mutating func changeBranch(by distance: Int) -> [Effect] {
    guard branches.count > 1 else { return [.say("branch.none")] }
    let old = branch
    let effects = show((branch + distance + branches.count) % branches.count)
    if beside != nil { beside = old }
    return effects
  }

  /// Lets go of a branch that no other one came from. Its edits go back to where it left, to be made again.
  private mutating func dropBranch() -> [Effect] {
    guard let fork = run?.fork else { return [.say("branch.first-stays")] }
    let dropped = branch
    guard !branches.contains(where: { $0.fork?.parent == dropped }) else {
      return [.say("branch.has-branches")]
    }
    let effects = show(fork.parent)
    if run?.editing.draft.isEmpty == true { run?.editing.draft = fork.draft }
    branches.remove(at: dropped)
    for index in branches.indices {
      if let parent = branches[index].fork?.parent, parent > dropped { branches[index].fork?.parent -= 1 }
    }
    beside = nil
    return [.branching(.dropSession(dropped))] + effects
  }

  /// The branch that is shown beside the one on screen, and the step where it stands at the same moment; at the end
  /// of one, both are seen by what has come of them.
  var shownBeside: (branch: Int, step: Int)? {
    guard let run, let beside, beside != branch, branches.indices.contains(beside), !presenting.isOn,
      !run.editing.isOn, run.finding.overlay == nil, !run.inspecting.showsBefore
    else { return nil }
    let other = branches[beside]
    if run.isAtEnd, other.isComplete { return (beside, other.steps) }
    return (beside, other.editSteps.edited(run.editSteps.plain(run.step)))
  }

  private mutating func toggleBeside() -> [Effect] {
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
    run?.inspecting.pfn = old.inspecting.pfn
    run?.inspecting.ring = old.inspecting.ring
    run?.inspecting.wholePageblock = old.inspecting.wholePageblock
    run?.speed = old.speed
    let goal = branches[branch].editSteps.edited(old.editSteps.plain(old.goal ?? old.step))
    run?.goal = goal
    return run?.reachGoal() ?? []
  }

  /// A branch that is not on screen waits.
  private mutating func recorded(_ steps: Int, isComplete: Bool, inBranch index: Int) -> [Effect] {
    if index == branch { return run?.reduce(.recorded(steps: steps, isComplete: isComplete)) ?? [] }
    guard branches.indices.contains(index) else { return [] }
    (branches[index].steps, branches[index].isComplete) = (steps, isComplete)
    return []
  }
}

extension RunState {
  /// Steps that a branch from behind a step has in common with the run that was opened.
  func sameUntil(branchingAfter step: Int) -> Int {
    min(fork?.sameUntil ?? .max, editSteps.plain(step), step)
  }
}
