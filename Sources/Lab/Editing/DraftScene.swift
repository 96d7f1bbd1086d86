import Simulation
import Stage
import Words

/// Shows what is being edited: the memory as it would be, the brushes, the settings.
final class DraftScene {
  private let words: Catalogue
  private var latest: (key: Key, edits: [Edit], memory: DraftMemory, board: BoardMapMaker)?

  /// What a draft is made in.
  private struct Key: Equatable {
    var session: ObjectIdentifier
    var step: Int
    var settings: RunSettings?
  }

  init(words: Catalogue) { self.words = words }

  /// The memory at the step with the draft made in it; the same one as long as only edits are added.
  func memory(_ run: RunState, _ session: RunSession, _ playhead: Playhead) -> DraftMemory {
    let edits = run.draft.edits
    let key = Key(session: ObjectIdentifier(session), step: playhead.step, settings: run.draft.settings)
    if latest?.key != key || latest?.memory.isBegun(by: edits, like: latest?.edits ?? []) != true {
      latest = (
        key, [], DraftMemory(playhead.memory, run.draft.settings),
        BoardMapMaker(session.subject.source, words: words)
      )
    }
    latest?.edits = edits
    guard let latest else { preconditionFailure("a draft was just made") }
    latest.memory.make(edits, version: run.draft.settings?.version ?? session.subject.version)
    return latest.memory
  }

  /// What would be in a pageblock.
  func detail(
    at pfn: Pfn, _ run: RunState, _ session: RunSession, _ playhead: Playhead
  ) -> PageblockDetail? {
    let draft = memory(run, session, playhead)
    return latest?.board.detail(at: pfn, draft.memory)
  }

  /// Puts the draft on screen.
  func add(
    to scene: inout Scene, _ run: RunState, _ session: RunSession, _ playhead: Playhead,
    _ bindings: KeyBindings
  ) {
    let draft = memory(run, session, playhead)
    let memory = draft.memory
    switch scene.map {
    case .pages:
      var map = PageMapMaker(memory).map(of: memory, after: playhead.facts, inspector: run.inspected)
      map.marked = draft.marked
      map.inspectsPage = true
      scene.map = .pages(map)
      scene.lens = nil
    case .board:
      guard var map = latest?.board.map(of: draft.playhead, after: playhead.facts, inspector: run.inspected)
      else { return }
      map.marked = draft.marked
      scene.map = .board(map)
      scene.lens = run.inspected.flatMap { Lens(memory, at: $0) } ?? scene.lens
      scene.lens?.marked = draft.marked
      if !run.inquiry.inspectsPageblock { scene.lens?.inspector = run.inspected }
    case .menu, .keys, .events, .article: return
    }
    let facts = RunFacts(memory, after: playhead.facts)
    scene.freeBlocks = session.maker?.freeBlocks(facts, live: nil)
    scene.inspector = nil
    scene.pointedAt = nil
    scene.edit = form(run, session, draft, zone: facts.zone.index, bindings)
    scene.explanation = explanation(run, draft)
  }

  private func form(
    _ run: RunState, _ session: RunSession, _ draft: DraftMemory, zone: Int, _ bindings: KeyBindings
  ) -> EditForm {
    let said = EditWords(words: words)
    let own = RunSettings(session.subject)
    let settings = run.draft.settings ?? own
    let rows = RunSettings.Row.allCases
    let keys = KeyNames(words: words, lettersOff: bindings.lettersOff)
    func key(_ drafting: Drafting) -> String {
      bindings.bindings.first { $0.place == .edit && $0.action == .drafted(drafting) }.map(keys.name) ?? ""
    }
    let type = run.inspected.map {
      words("migratetype.\(draft.memory.migratetype(ofPageblockAt: $0)).name")
    }
    return EditForm(
      brushes: Paint.allCases.map { EditForm.Brush(look: $0.look, key: key(.painted($0))) },
      brush: Paint.allCases.firstIndex(of: run.draft.paint) ?? 0,
      pageblock: EditForm.Setting(name: words("edit.pageblock"), value: type ?? ""),
      pageblockKey: key(.retyped),
      settings: rows.map {
        let value = said.value($0, of: settings, zone: zone)
        return EditForm.Setting(
          name: said.name($0), value: value, isChanged: value != said.value($0, of: own, zone: zone))
      },
      selection: run.inquiry.ring == .edit ? rows.firstIndex(of: run.draft.row) : nil,
      count: words("edit.count", ["count": .number(run.draft.changes.count)]))
  }

  private func explanation(_ run: RunState, _ draft: DraftMemory) -> Explanation {
    let how = words(run.draft.settings == nil ? "edit.how" : "edit.how-settings")
    let impossible = draft.impossible.first.map {
      words(
        "edit.impossible",
        [
          "count": .number(draft.impossible.count),
          "why": .text(EditWords(words: words).refusal($0.why, in: draft.memory)),
        ])
    }
    let notice = run.draft.notice
    return Explanation(
      heading: notice?.text ?? words("edit.heading"), text: impossible ?? how,
      voice: notice?.isRefusal == true ? .migrateScanner : .run)
  }
}

extension Paint {
  var look: PageLook {
    switch self {
    case .free: .free(0)
    case .anonymous: .anonymous
    case .file: .file
    case .pinned: .pinned
    case .kernel: .kernel
    }
  }
}
