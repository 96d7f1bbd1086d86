import Runs
import Simulation
import Stage
import Words

/// What the inspector says of a page or pageblock of one run: made again only where something else is looked at.
final class InspectorLines {
  private let session: RunSession.ID
  private let words: Catalogue
  private var lines: (key: LinesKey, lines: [Inspector.Line])?

  /// What the inspector's lines depend on.
  private struct LinesKey: Equatable {
    var pfn: Pfn
    var wholePageblock: Bool
    var step: Int
    /// How much of the run its history was found in; nil while that is looked for.
    var steps: Int?
  }

  private let histories: HistorySearch

  /// - Parameter wake: called on another thread when there is something new to show.
  init(of session: RunSession.ID, words: Catalogue, wake: @escaping @Sendable () -> Void) {
    self.session = session
    self.words = words
    histories = HistorySearch(wake: wake)
  }

  /// Nil where nothing is inspected.
  func inspector(_ run: RunState, _ playhead: Playhead) -> Inspector? {
    guard let pfn = run.inspecting.pfn else { return nil }
    let lines = lines(run, playhead)
    let focus = lines.lastIndex { if case .event(let step, _) = $0 { step <= run.step } else { false } }
    return Inspector(
      title: words(
        run.inspecting.wholePageblock ? "inspector.pageblock" : "inspector.page", ["pfn": .pfn(pfn)]),
      lines: lines, selection: run.inspecting.ring == .inspector ? run.inspecting.line : nil,
      focus: lines.count <= 24 ? 0 : focus ?? 0, step: run.step)
  }

  /// The lines of the inspector as they are now.
  func lines(_ run: RunState, _ playhead: Playhead) -> [Inspector.Line] {
    guard let pfn = run.inspecting.pfn else { return [] }
    let story = story(of: pfn, run, playhead)
    let key = LinesKey(
      pfn: pfn, wholePageblock: run.inspecting.wholePageblock, step: playhead.step, steps: story?.steps)
    if let lines, lines.key == key { return lines.lines }
    let made = makeLines(key, story?.entries, playhead)
    lines = (key, made)
    return made
  }

  private func story(of pfn: Pfn, _ run: RunState, _ playhead: Playhead) -> HistorySearch.Story? {
    histories.story(
      of: HistorySearch.Subject(
        session: session, pfn: pfn, wholePageblock: run.inspecting.wholePageblock),
      atStep: playhead.step, playhead.recording, playhead.memory.scale)
  }

  /// Where what is in the inspected page is at another step, as far as that is known.
  func place(ofInspected pfn: Pfn, atStep goal: Int, _ run: RunState, _ playhead: Playhead) -> Pfn {
    story(of: pfn, run, playhead)?.entries.place(of: pfn, atStep: playhead.step, then: goal) ?? pfn
  }

  /// - Parameter history: nil while it is looked for.
  private func makeLines(
    _ key: LinesKey, _ history: [PageHistoryEntry]?, _ playhead: Playhead
  ) -> [Inspector.Line] {
    let memory = playhead.memory
    guard memory.zone(at: key.pfn) != nil else { return [.section(words("inspector.no-memory"))] }
    let facts = FactLines(memory: memory, words: words)
    let events = (history ?? []).map { entry in
      Inspector.Line.event(
        step: entry.step,
        text: words("history.\(entry.rule)", ["from": .pfn(entry.from), "to": .pfn(entry.to)]))
    }
    let story =
      [.section(words("inspector.history"))]
      + (events.isEmpty
        ? [.fact(name: words(history == nil ? "inspector.seeks-history" : "inspector.no-history"), value: "")]
        : events)
    if key.wholePageblock { return facts.pageblock(at: key.pfn) + story + facts.zone(at: key.pfn) }
    return facts.page(key.pfn, history, atStep: key.step) + facts.freeBlock(holding: key.pfn) + story
      + [facts.pageblockHeading(at: key.pfn)] + facts.pageblock(at: key.pfn) + facts.zone(at: key.pfn)
  }
}
