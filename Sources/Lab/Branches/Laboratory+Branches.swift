import Runs
import Simulation
import Stage

/// Which branch is on screen, and how it compares to another one.
extension Laboratory {
  /// Says which branch is on screen, where there are several.
  func addBranch(to scene: inout Scene, _ session: RunSession, _ playhead: Playhead) {
    guard state.branches.count > 1 else { return }
    if playhead.facts?.rule == .editMade,
      let edits = state.run?.editSteps.last(where: { $0.after < playhead.step })
    {
      scene.map.mark((session.recipe.edits[edits.after] ?? []).compactMap(\.page).map { $0..<$0 + 1 })
    }
    let forks = state.branches.enumerated().compactMap { index, run in
      index == state.branch || run.fork?.parent == state.branch ? run.fork?.step : nil
    }
    scene.timeline?.forks = Set(forks).sorted()
    scene.title.branch = Title.Branch(
      name: content.words("branch.first", ["name": .text(letter(ofBranch: state.branch))]),
      full: name(ofBranch: state.branch))
  }

  private func letter(ofBranch index: Int) -> String { String(UnicodeScalar(UInt8(65 + index))) }

  func name(ofBranch index: Int) -> String {
    let letter = letter(ofBranch: index)
    guard let fork = state.branches[index].fork else {
      return content.words("branch.first", ["name": .text(letter)])
    }
    return content.words("branch.from", ["name": .text(letter), "step": .number(fork.step)])
  }

  /// Puts another branch beside the one on screen, at the same moment.
  func addBeside(to scene: inout Scene, _ run: RunState, _ session: RunSession, _ playhead: Playhead) {
    guard !state.presentation.isOn, let index = state.beside, index != state.branch,
      sessions.indices.contains(index), !run.isEditing,
      run.inquiry.overlay == nil, !run.inquiry.showsBefore, let other = sessions[index].playhead,
      let maker = maker(of: sessions[index])
    else { return }
    other.seek(to: state.branches[index].editSteps.edited(run.editSteps.plain(run.step)))
    var map = maker.map(of: other, after: other.facts, inspector: run.inspected)
    let differences = Beside.differences(scene.map, map)
    scene.map.mark(differences)
    map.show(like: scene.map)
    scene.beside = Beside(
      map: map.marked(differences), isLeft: index < state.branch,
      own: branch(state.branch, playhead), other: branch(index, other),
      figures: figures(playhead.memory, other.memory))
  }

  private func branch(_ index: Int, _ playhead: Playhead) -> Beside.Branch {
    let run = state.branches[index]
    let place = content.words.step(playhead.step, of: run.isComplete ? run.steps : nil)
    let said = playhead.facts.map { StepWords($0, in: playhead.memory, words: content.words).what }
    return Beside.Branch(
      name: name(ofBranch: index), place: place, event: said ?? content.words("explanation.start"))
  }

  private func figures(_ own: Memory, _ other: Memory) -> [Beside.Figure] {
    let (own, other) = (RunFacts(own), RunFacts(other))
    let order = own.memory.scale.pageblockOrder
    func large(_ facts: RunFacts) -> Int {
      facts.memory.freeBlockCounts(zone: facts.zone.index).blocks[order...].reduce(0, +)
    }
    func free(_ facts: RunFacts) -> Int { facts.memory[.zone(facts.zone.index, .freePages)] }
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

extension Scene.Map {
  /// Outlines pages.
  fileprivate mutating func mark(_ ranges: [Range<Pfn>]) {
    switch self {
    case .pages(var map):
      map.marked = ranges
      self = .pages(map)
    case .board(var map):
      map.marked = ranges
      self = .board(map)
    case .menu, .keys, .events, .article: break
    }
  }

  /// Shows the same part where not everything fits.
  fileprivate mutating func show(like other: Scene.Map) {
    guard case .pages(var map) = self, case .pages(let other) = other else { return }
    map.focus = other.focus
    self = .pages(map)
  }

  fileprivate func marked(_ ranges: [Range<Pfn>]) -> Scene.Map {
    var map = self
    map.mark(ranges)
    return map
  }
}
