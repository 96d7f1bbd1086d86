import Runs
import Simulation
import Stage
import Words

/// Adds to the scene of a run what is asked of it: inspector, list, prompt, ring, marks.
final class InquiryScene {
  private let words: Catalogue
  private var lines: (key: LinesKey, lines: [Inspector.Line])?

  /// What the inspector's lines depend on.
  private struct LinesKey: Equatable {
    var session: RunSession.ID
    var pfn: Pfn
    var wholePageblock: Bool
    var step: Int
    /// How much of the run its history was found in; nil while that is looked for.
    var steps: Int?
  }

  private let histories: HistorySearch

  /// - Parameter wake: called on another thread when there is something new to show.
  init(words: Catalogue, wake: @escaping @Sendable () -> Void) {
    self.words = words
    histories = HistorySearch(wake: wake)
  }

  func add(
    to scene: inout Scene, _ run: RunState, _ session: RunSession, _ playhead: Playhead
  ) {
    let inquiry = run.inquiry
    scene.inspector = inspector(run, session.id, playhead)
    scene.control = FactLines(memory: playhead.memory, words: words).control()
    scene.ring = inquiry.ring
    scene.folded = inquiry.folded
    scene.timeline?.bookmarks = inquiry.bookmarks
    scene.title.isBefore = inquiry.showsBefore && run.step > 0
    switch scene.map {
    case .pages(var map):
      if !scene.title.isBefore { map.mark = mark(of: playhead) }
      scene.map = .pages(map)
    case .board(var map):
      map.inspectsPageblock = inquiry.inspectsPageblock || run.inspected == nil
      map.subject = playhead.facts?.subject
      if !scene.title.isBefore { map.mark = mark(of: playhead) }
      scene.map = .board(map)
      if !inquiry.inspectsPageblock { scene.lens?.inspector = run.inspected }
    case .menu, .keys, .article, .events: break
    }
    switch inquiry.overlay {
    case .jump(let text, let refusal):
      scene.prompt = Prompt(
        label: words("jump.label"), text: text, hint: refusal ?? words("jump.hint"),
        isRefused: refusal != nil)
    case .searches(let conditions, let selection): scene.map = .menu(menu(conditions, selection))
    case .scenarios(let entries, let selection):
      let items = entries.map { Menu.Item(name: $0.name, detail: $0.detail) }
      scene.map = .menu(
        Menu(sections: [Menu.Section(heading: words("menu.saved"), items: items)], selection: selection))
    case .stops(let selection):
      scene.map = .menu(menu(of: run.stops, selection) { session.stop(at: $0)?.title ?? "" })
    case .events(let filter, _, let selection):
      if let events = session.events { scene.map = .events(table(events, filter, selection)) }
    case nil: break
    }
  }

  // MARK: Inspector

  private func inspector(_ run: RunState, _ session: RunSession.ID, _ playhead: Playhead) -> Inspector? {
    guard let pfn = run.inspected else { return nil }
    let lines = lines(run, session, playhead)
    let focus = lines.lastIndex { if case .event(let step, _) = $0 { step <= run.step } else { false } }
    return Inspector(
      title: words(
        run.inquiry.inspectsPageblock ? "inspector.pageblock" : "inspector.page", ["pfn": .pfn(pfn)]),
      lines: lines, selection: run.inquiry.ring == .inspector ? run.inquiry.line : nil,
      focus: lines.count <= 24 ? 0 : focus ?? 0, step: run.step)
  }

  /// The lines of the inspector as they are now.
  func lines(_ run: RunState, _ session: RunSession.ID, _ playhead: Playhead) -> [Inspector.Line] {
    guard let pfn = run.inspected else { return [] }
    let story = story(of: pfn, run, session, playhead)
    let key = LinesKey(
      session: session, pfn: pfn,
      wholePageblock: run.inquiry.inspectsPageblock, step: playhead.step, steps: story?.steps)
    if let lines, lines.key == key { return lines.lines }
    let made = makeLines(key, story?.entries, playhead)
    lines = (key, made)
    return made
  }

  private func story(
    of pfn: Pfn, _ run: RunState, _ session: RunSession.ID, _ playhead: Playhead
  ) -> HistorySearch.Story? {
    histories.story(
      of: HistorySearch.Subject(
        session: session, pfn: pfn, wholePageblock: run.inquiry.inspectsPageblock),
      atStep: playhead.step, playhead.recording, playhead.memory.scale)
  }

  /// Where what is in the inspected page is at another step, as far as that is known.
  func place(
    ofInspected pfn: Pfn, atStep goal: Int, _ run: RunState, _ session: RunSession.ID, _ playhead: Playhead
  ) -> Pfn {
    story(of: pfn, run, session, playhead)?.entries.place(of: pfn, atStep: playhead.step, then: goal) ?? pfn
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

  // MARK: The step's object

  private func mark(of playhead: Playhead) -> StepMark? {
    guard let facts = playhead.facts, facts.pfn != 0, words.contains("mark.\(facts.rule)") else { return nil }
    return StepMark(
      label: words("mark.\(facts.rule)", ["order": .number(facts.order)]), voice: facts.rule.voice)
  }

  // MARK: Overlays

  private func menu(_ conditions: [SearchCondition], _ selection: Int) -> Menu {
    let items = conditions.map { condition in
      let (name, detail) = text(condition)
      return Menu.Item(name: name, detail: detail)
    }
    return Menu(
      sections: [Menu.Section(heading: words("search.heading"), items: items)], selection: selection)
  }

  private func menu(of stops: [Int], _ selection: Int, _ title: (Int) -> String) -> Menu {
    let items = stops.enumerated().map { index, step in
      Menu.Item(
        name: words("menu.numbered", ["number": .number(index + 1), "name": .text(title(step))]),
        detail: words("stops.step", ["step": .number(step)]))
    }
    return Menu(
      sections: [Menu.Section(heading: words("stops.heading"), items: items)], selection: selection)
  }

  /// A moment to run until, in words.
  func text(_ condition: SearchCondition) -> (name: String, detail: String) {
    switch condition {
    case .rule(let rule): (words("history.\(rule)"), "")
    case .freeBlock(let order, _):
      (
        words("search.free-block", ["order": .number(order)]),
        words("search.free-block-detail", ["size": .bytes(4096 << order)])
      )
    case .pageMoves(let pfn):
      (words("search.page-moves", ["pfn": .pfn(pfn)]), words("search.page-moves-detail"))
    case .migrationFails: (words("search.migration-fails"), words("search.migration-fails-detail"))
    case .scannersMeet: (words("search.scanners-meet"), words("search.scanners-meet-detail"))
    case .landmark: (words("search.landmark"), words("search.landmark-detail"))
    }
  }

  /// More rows than any window can show at the smallest text.
  private static let mostRows = 64

  private func table(_ list: EventList, _ filter: String, _ selection: Int) -> EventTable {
    let count = list.matching.count
    let most = InquiryScene.mostRows
    let first = min(max(selection - most, 0), max(count - 2 * most, 0))
    let rows = (first..<min(first + 2 * most, count)).map { row(list[$0]) }
    return EventTable(
      filter: filter, count: count, total: list.events.count, selection: selection, first: first, rows: rows)
  }

  private func row(_ event: RunEvent) -> EventTable.Row {
    let columns = EventColumns(event.tracepoint)
    let pages = columns.pages.map {
      words("events.pages", ["from": .pfn($0.lowerBound), "to": .pfn($0.upperBound)])
    }
    return EventTable.Row(
      step: event.step, task: event.task.name, name: columns.name, pages: pages ?? "",
      figures: columns.figures.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
  }
}
