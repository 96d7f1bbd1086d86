import Runs
import Simulation
import Stage
import Words

/// Shows what is being edited: the memory as it would be, the brushes, the settings.
struct DraftScene {
  let words: Catalogue
  let run: RunState
  let playhead: Playhead
  let maker: SceneMaker?

  private let own: RunSettings
  private var settings: RunSettings { run.draft.settings ?? own }
  private let edits: [Edit]

  init(
    words: Catalogue, run: RunState, recipe: RunRecipe, playhead: Playhead, maker: SceneMaker?
  ) {
    (self.words, self.run, self.playhead, self.maker) = (words, run, playhead, maker)
    own = RunSettings(recipe, atStep: playhead.step, playhead.memory)
    edits = run.draft.edits(insteadOf: own)
  }

  /// Lets somebody look at the memory as it would be.
  func look<Result>(_ look: (TriedEdits) throws -> Result) rethrows -> Result {
    try playhead.memory.trying(edits, version: own.version, look)
  }

  /// Puts the draft on screen.
  func add(to scene: inout Scene, _ bindings: KeyBindings) {
    look { add(to: &scene, $0, bindings) }
  }

  private func add(to scene: inout Scene, _ tried: TriedEdits, _ bindings: KeyBindings) {
    let memory = playhead.memory
    let marked = marked(tried)
    switch scene.map {
    case .pages:
      var map = PageMapMaker(memory).map(of: memory, after: playhead.facts, inspector: run.inspected)
      map.marked = marked
      map.inspectsPage = true
      scene.map = .pages(map)
      scene.lens = nil
    case .board(let shown):
      guard
        case .board(var map)? = maker?.map(
          of: playhead, after: playhead.facts, inspector: shown.inspector)
      else { return }
      map.marked = marked
      scene.map = .board(map)
      scene.lens = run.inspected.flatMap { Lens(memory, at: $0) } ?? scene.lens
      scene.lens?.marked = marked
      if !run.inquiry.inspectsPageblock { scene.lens?.inspector = run.inspected }
    case .menu, .keys, .events, .article: return
    }
    let facts = RunFacts(memory, after: playhead.facts)
    scene.freeBlocks = maker?.freeBlocks(facts, live: nil)
    scene.verdict = maker?.verdict(facts, settings.version, settings.trigger)
    scene.inspector = nil
    scene.pointedAt = nil
    scene.edit = form(zone: facts.zone.index, bindings)
    scene.explanation = explanation(tried)
  }

  /// Pages that are painted.
  private func marked(_ tried: TriedEdits) -> [Range<Pfn>] {
    let refused = Set(tried.impossible.compactMap(\.edit.page))
    let painted = Set(edits.compactMap(\.page)).subtracting(refused)
    return painted.sorted().reduce(into: []) { $0.join($1..<$1 + 1) }
  }

  private func form(zone: Int, _ bindings: KeyBindings) -> EditForm {
    let said = EditWords(words: words)
    let rows = RunSettings.Row.allCases
    let keys = KeyNames(words: words, lettersOff: bindings.lettersOff)
    func key(_ drafting: Drafting) -> String {
      bindings.bindings.first { $0.place == .edit && $0.action == .drafted(drafting) }.map(keys.name) ?? ""
    }
    let type = run.inspected.map {
      words("migratetype.\(playhead.memory.migratetype(ofPageblockAt: $0)).name")
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

  private func explanation(_ tried: TriedEdits) -> Explanation {
    let isUnderWay = run.step > 0 && !run.isAtEnd
    let how =
      settings.asks(otherThan: own)
      ? words(isUnderWay ? "edit.how-anew" : "edit.how-next") : words("edit.how")
    let impossible = tried.impossible.first.map {
      words(
        "edit.impossible",
        [
          "count": .number(tried.impossible.count),
          "why": .text(EditWords(words: words).refusal($0.refusal, in: playhead.memory)),
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
