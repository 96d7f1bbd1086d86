import Runs
import Simulation
import Stage

/// What editing wants done that the state can't do by itself.
extension Laboratory {
  func perform(_ drafting: Drafting) {
    guard let run = state.run, let session, let playhead = session.playhead else { return }
    let memory = playhead.memory
    switch drafting {
    case .painted: send(.drafted(drafting))
    case .finished: branchOff(run, session, playhead)
    case .paintedAt, .retyped, .changedSetting:
      let own = RunSettings(session.recipe, atStep: run.step, memory)
      let answer = memory.trying(run.draft.edits(insteadOf: own), version: own.version) { _ in
        self.answer(to: drafting, run, own, memory)
      }
      if let answer { send(.drafted(answer)) }
    default: break
    }
  }

  func draft(of run: RunState, _ session: RunSession, _ playhead: Playhead) -> DraftScene {
    DraftScene(
      words: content.words, run: run, recipe: session.recipe, playhead: playhead, maker: maker(of: session))
  }

  /// Lets somebody look at the memory, while it is edited as it would be: a draft is tried once, however
  /// much of it is looked at.
  func lookingAtDraft<Result>(_ look: () -> Result) -> Result {
    guard let run = state.run, run.isEditing, let session, let playhead = session.playhead else {
      return look()
    }
    return draft(of: run, session, playhead).look { _ in look() }
  }

  private var said: EditWords { EditWords(words: content.words) }

  /// Whether something can be made in a memory that has what was drafted so far.
  private func answer(
    to drafting: Drafting, _ run: RunState, _ own: RunSettings, _ memory: Memory
  ) -> Drafting? {
    switch drafting {
    case .paintedAt(let pfn, let wholePageblock):
      let pages = memory.scale.pageblockPages
      let start = pfn.start(ofOrder: memory.scale.pageblockOrder)
      return paint(run.draft, wholePageblock ? start..<start + pages : pfn..<pfn + 1, memory)
    case .retyped: return run.inspected.map { retype($0, memory) }
    case .changedSetting(let distance):
      return change(run.draft.settings ?? own, run.draft.row, by: distance, memory)
    default: return nil
    }
  }

  private func paint(_ draft: Draft, _ pages: Range<Pfn>, _ memory: Memory) -> Drafting {
    let paint = draft.paint
    let edits = pages.filter { memory.contains($0) && !paint.isOn($0, in: memory) }.map(paint.edit)
    guard !edits.isEmpty else {
      return .noted(content.words("edit.already", ["pfn": .pfn(pages.lowerBound)]))
    }
    var possible: [Edit] = []
    var refusal: EditRefusal?
    for edit in edits {
      do throws(EditRefusal) {
        try memory.check(edit)
        possible.append(edit)
      } catch {
        refusal = refusal ?? error
      }
    }
    if possible.isEmpty, let refusal { return .refused(said.refusal(refusal, in: memory)) }
    let before = draft.strokeEdits ?? []
    return .made(.pages(possible), said: said.done(before + possible, of: before.count + edits.count))
  }

  private func retype(_ pfn: Pfn, _ memory: Memory) -> Drafting {
    let types: [Migratetype] = [.movable, .unmovable, .reclaimable]
    let start = pfn.start(ofOrder: memory.scale.pageblockOrder)
    let index = types.firstIndex(of: memory.migratetype(ofPageblockAt: start)) ?? types.count - 1
    let edit = Edit.setMigratetype(types[(index + 1) % types.count], pageblockAt: start)
    return .made(.pages([edit]), said: said.done([edit]))
  }

  private func change(
    _ settings: RunSettings, _ row: RunSettings.Row, by distance: Int, _ memory: Memory
  ) -> Drafting {
    let zone = RunFacts(memory).zone.index
    do throws(RunSettings.Refusal) {
      let changed = try settings.changing(row, by: distance, zone: zone, of: memory.layout)
      let text = content.words(
        "edit.set", ["name": .text(said.name(row)), "value": .text(said.value(row, of: changed, zone: zone))])
      return .made(.settings(changed), said: text)
    } catch {
      return .refused(said.refusal(error))
    }
  }

  // MARK: Going on

  /// Branches that are kept at a time: each has its memory and its recording.
  private func most(_ memory: Memory) -> Int { memory.scale.isTeaching ? 9 : 3 }

  private func branchOff(_ run: RunState, _ session: RunSession, _ playhead: Playhead) {
    let most = most(playhead.memory)
    guard sessions.count < most else {
      return send(
        .drafted(.refused(content.words("edit.too-many", ["count": .number(most)]))))
    }
    let step = run.step
    let own = RunSettings(session.recipe, atStep: step, playhead.memory)
    let edits = run.draft.edits(insteadOf: own)
    guard !edits.isEmpty else { return send(.drafted(.noted(content.words("edit.nothing")))) }
    let recipe = session.recipe.branching(
      edits, after: step, sameUntil: run.sameUntil(branchingAfter: step))
    let count = playhead.memory.trying(recipe.edits[step] ?? [], version: own.version) { $0.steps }
    let steps = run.editSteps.filter { $0.after < step } + [EditSteps(after: step, count: count)]
    let branch = RunSession(recipe, wake: wake)
    sessions.append(branch)
    send(.branched(after: step, editSteps: steps))
    branch.waitForDelivery(atMost: .milliseconds(60))
    receive()
  }
}
