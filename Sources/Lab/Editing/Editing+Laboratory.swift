import Runs
import Simulation
import Stage

/// What editing wants done that the state can't do by itself.
extension Laboratory {
  func perform(_ effect: Editing.Effect) {
    guard let run = state.run, let session, let playhead = session.playhead else { return }
    let memory = playhead.memory
    switch effect {
    case .paintUnderCursor: send(.editing(.painted(nil)))
    case .paint, .retype, .changeSetting:
      let own = RunSettings(session.recipe, atStep: run.step, memory)
      let answer = memory.trying(run.editing.draft.edits(insteadOf: own)) { _ in
        self.answer(to: effect, run, own, memory)
      }
      if let answer { send(.editing(answer)) }
    }
  }

  /// What is being edited on screen, to be tried; nil while nothing is.
  var draftOnScreen: DraftTrial? {
    guard let run = state.run, run.editing.isOn, run.finding.overlay?.coversRun != true, let session,
      let memory = session.playhead?.memory
    else { return nil }
    return DraftTrial(words: content.words, run: run, recipe: session.recipe, memory: memory)
  }

  private var said: EditWords { EditWords(words: content.words) }

  /// Whether something can be made in a memory that has what was drafted so far.
  private func answer(
    to effect: Editing.Effect, _ run: RunState, _ own: RunSettings, _ memory: Memory
  ) -> Editing.Action? {
    switch effect {
    case .paint(let pfn, let wholePageblock):
      let pages = memory.scale.pageblockPages
      let start = pfn.start(ofOrder: memory.scale.pageblockOrder)
      return paint(run.editing.draft, wholePageblock ? start..<start + pages : pfn..<pfn + 1, memory)
    case .retype: return run.inspecting.pfn.map { retype($0, memory) }
    case .changeSetting(let distance):
      let range = run.inspecting.pfn.flatMap { memory.pageblock(holding: $0) }
      return change(
        run.editing.draft.settings ?? own, run.editing.draft.row, by: distance, memory, range: range)
    case .paintUnderCursor: return nil
    }
  }

  private func paint(_ draft: Draft, _ pages: Range<Pfn>, _ memory: Memory) -> Editing.Action {
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

  private func retype(_ pfn: Pfn, _ memory: Memory) -> Editing.Action {
    let types: [Migratetype] = [.movable, .unmovable, .reclaimable]
    let start = pfn.start(ofOrder: memory.scale.pageblockOrder)
    let index = types.firstIndex(of: memory.migratetype(ofPageblockAt: start)) ?? types.count - 1
    let edit = Edit.setMigratetype(types[(index + 1) % types.count], pageblockAt: start)
    return .made(.pages([edit]), said: said.done([edit]))
  }

  private func change(
    _ settings: RunSettings, _ row: RunSettings.Row, by distance: Int, _ memory: Memory, range: Range<Pfn>?
  ) -> Editing.Action {
    let zone = MemoryReading(memory).zone.index
    do throws(RunSettings.Refusal) {
      let changed = try settings.changing(row, by: distance, zone: zone, of: memory.layout, range: range)
      let text = content.words(
        "edit.set", ["name": .text(said.name(row)), "value": .text(said.value(row, of: changed, zone: zone))])
      return .made(.settings(changed), said: text)
    } catch {
      return .refused(said.refusal(error))
    }
  }
}
