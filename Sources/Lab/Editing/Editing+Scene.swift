import Runs
import Simulation
import Stage
import Words

extension Editing {
  /// What the scene of a run shows of it.
  struct Shown {
    let form: EditForm
    let explanation: Explanation
    /// Pages that are painted.
    let marked: [Range<Pfn>]
    /// What would be asked for.
    let version: KernelVersion
    let trigger: Trigger
  }
}

/// A draft tried at the step where the run stands.
struct DraftTrial {
  let words: Catalogue
  let run: RunState
  let memory: Memory

  private let own: RunSettings
  private var settings: RunSettings { run.editing.draft.settings ?? own }
  private let edits: [Edit]

  init(words: Catalogue, run: RunState, recipe: RunRecipe, memory: Memory) {
    (self.words, self.run, self.memory) = (words, run, memory)
    own = RunSettings(recipe, atStep: run.step, memory)
    edits = run.editing.draft.edits(insteadOf: own)
  }

  /// Lets somebody look at the memory as it would be.
  func look<Result>(_ look: (TriedEdits) throws -> Result) rethrows -> Result {
    try memory.trying(edits, look)
  }

  /// What is shown, while it is tried.
  func shown(_ tried: TriedEdits, _ bindings: KeyBindings) -> Editing.Shown {
    Editing.Shown(
      form: form(zone: MemoryReading(memory).zone.index, bindings), explanation: explanation(tried),
      marked: marked(tried), version: settings.version, trigger: settings.trigger)
  }

  /// What would be otherwise: pages painted at once, and settings, however often they were turned.
  private var changes: Int {
    let strokes = run.editing.draft.changes.count { if case .pages = $0 { true } else { false } }
    return strokes + settings.edits(insteadOf: own).count
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
    func key(_ action: Editing.Action) -> String {
      bindings.bindings.first { $0.place == .edit && $0.action == .editing(action) }.map(keys.name) ?? ""
    }
    let type = run.inspecting.pfn.map {
      words("migratetype.\(memory.migratetype(ofPageblockAt: $0)).name")
    }
    return EditForm(
      brushes: Paint.allCases.map { EditForm.Brush(look: $0.look, key: key(.painted($0))) },
      brush: Paint.allCases.firstIndex(of: run.editing.draft.paint) ?? 0,
      pageblock: EditForm.Setting(name: words("edit.pageblock"), value: type ?? ""),
      pageblockKey: key(.retyped),
      settings: rows.map {
        let value = said.value($0, of: settings, zone: zone)
        return EditForm.Setting(
          name: said.name($0), value: value, isChanged: value != said.value($0, of: own, zone: zone))
      },
      selection: run.inspecting.ring == .edit ? rows.firstIndex(of: run.editing.draft.row) : nil,
      count: words("edit.count", ["count": .number(changes)]))
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
          "why": .text(EditWords(words: words).refusal($0.refusal, in: memory)),
        ])
    }
    let notice = run.editing.draft.notice
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
