import Runs
import Simulation
import Stage

/// Letting a run branch off, letting go of branches, and how they compare.
extension Laboratory {
  func perform(_ effect: Branching.Effect) {
    switch effect {
    case .branchOff: branchOff()
    case .dropSession(let index): views.remove(at: index)
    }
  }

  /// Branches that are kept at a time: each has its memory and its recording.
  private func most(_ memory: Memory) -> Int { memory.scale.isTeaching ? 9 : 3 }

  private func branchOff() {
    guard let run = state.run, let session, let playhead = session.playhead else { return }
    let most = most(playhead.memory)
    guard views.count < most else {
      return send(
        .editing(.refused(content.words("edit.too-many", ["count": .number(most)]))))
    }
    let step = run.step
    let own = RunSettings(session.recipe, atStep: step, playhead.memory)
    let edits = run.editing.draft.edits(insteadOf: own)
    guard !edits.isEmpty else { return send(.editing(.noted(content.words("edit.nothing")))) }
    let recipe = session.recipe.branching(
      edits, after: step, sameUntil: run.sameUntil(branchingAfter: step))
    let count = playhead.memory.trying(recipe.edits[step] ?? []) { $0.steps }
    let steps = run.editSteps.filter { $0.after < step } + [EditSteps(after: step, count: count)]
    let recording = playhead.recording
    let shared = recording.checkpoint(before: step).map(recording.prefix) ?? Recording()
    let branch = RunView(recipe, goingOnFrom: shared, words: content.words, wake: wake)
    views.append(branch)
    send(.branching(.branched(after: step, editSteps: steps)))
    branch.session.waitForDelivery(atMost: .milliseconds(60))
    receive()
  }

  // MARK: Showing

  /// What is shown of branches, where there are several.
  func shownBranch(_ step: StepReading) -> Branching.Shown? {
    guard state.branches.count > 1, let run = state.run else { return nil }
    var edited: [Range<Pfn>] = []
    if step.last?.rule == .editMade, let edits = run.editSteps.last(where: { $0.after < step.step }) {
      edited = (session?.recipe.edits[edits.after] ?? []).compactMap(\.page).map { $0..<$0 + 1 }
    }
    let forks = state.branches.enumerated().compactMap { index, run in
      index == state.branch || run.fork?.parent == state.branch ? run.fork?.step : nil
    }
    let letter = content.words("branch.first", ["name": .text(letter(ofBranch: state.branch))])
    return Branching.Shown(
      name: Title.Branch(name: letter, full: name(ofBranch: state.branch)), forks: Set(forks).sorted(),
      edited: edited, beside: beside(run, step))
  }

  private func letter(ofBranch index: Int) -> String { String(UnicodeScalar(UInt8(65 + index))) }

  func name(ofBranch index: Int) -> String {
    let letter = letter(ofBranch: index)
    guard let fork = state.branches[index].fork else {
      return content.words("branch.first", ["name": .text(letter)])
    }
    return content.words("branch.from", ["name": .text(letter), "step": .number(fork.step)])
  }

  /// Another branch beside the one on screen, at the same moment.
  private func beside(_ run: RunState, _ step: StepReading) -> Beside? {
    guard let index = state.shownBeside?.branch, views.indices.contains(index),
      let own = view?.playhead?.memory, let other = views[index].playhead, let maker = views[index].maker,
      let stepBeside = views[index].reading
    else { return nil }
    return Beside(
      map: maker.map(of: other.memory, after: other.lastStep, inspector: run.inspecting.pfn),
      isLeft: index < state.branch, own: branch(state.branch, step), other: branch(index, stepBeside),
      figures: figures(own, other.memory))
  }

  private func branch(_ index: Int, _ step: StepReading) -> Beside.Branch {
    let run = state.branches[index]
    return Beside.Branch(
      name: name(ofBranch: index), place: content.words.step(step.step, of: run.isComplete ? run.steps : nil),
      event: step.said?.what ?? content.words("explanation.start"))
  }

  private func figures(_ own: Memory, _ other: Memory) -> [Beside.Figure] {
    let (own, other) = (MemoryReading(own), MemoryReading(other))
    let order = own.memory.scale.pageblockOrder
    func large(_ facts: MemoryReading) -> Int {
      facts.memory.freeBlockCounts(zone: facts.zone.index).blocks[order...].reduce(0, +)
    }
    func free(_ facts: MemoryReading) -> Int { facts.memory[.zone(facts.zone.index, .freePages)] }
    let counters: [VMStatCounter] = [
      .pgmigrateSuccess, .pgmigrateFail, .compactIsolated, .compactMigrateScanned, .compactFreeScanned,
    ]
    return [
      Beside.Figure(
        name: content.words("branch.large-blocks", ["order": .number(order)]), own: large(own),
        other: large(other), isCounter: false),
      Beside.Figure(
        name: content.words("branch.free-pages"), own: free(own), other: free(other), isCounter: false),
    ]
      + counters.map {
        Beside.Figure(
          name: $0.procName, own: own.counter($0), other: other.counter($0), isCounter: true)
      }
  }
}
