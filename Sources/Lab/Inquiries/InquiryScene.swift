import Simulation
import Stage
import Words

/// Adds to the scene of a run what is asked of it: inspector, list, prompt, ring, marks.
final class InquiryScene {
  private let words: Catalogue
  private var lines: (key: LinesKey, lines: [Inspector.Line])?

  /// What the inspector's lines depend on.
  private struct LinesKey: Equatable {
    var playhead: ObjectIdentifier
    var pfn: Pfn
    var wholePageblock: Bool
    var step: Int
    var steps: Int
  }

  init(words: Catalogue) { self.words = words }

  /// - Parameters:
  ///   - events: the list that is shown, if one is.
  ///   - stopTitle: what the lesson's stop at a step is called.
  func add(
    to scene: inout Scene, _ run: RunState, _ playhead: Playhead, events: EventList?,
    stopTitle: (Int) -> String
  ) {
    let inquiry = run.inquiry
    scene.inspector = inspector(run, playhead)
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
    case .stops(let selection): scene.map = .menu(menu(of: run.stops, selection, stopTitle))
    case .events(let filter, _, let selection):
      if let events { scene.map = .events(table(events, filter, selection)) }
    case nil: break
    }
  }

  // MARK: Inspector

  private func inspector(_ run: RunState, _ playhead: Playhead) -> Inspector? {
    guard let pfn = run.inspected else { return nil }
    let lines = lines(run, playhead)
    let focus = lines.lastIndex { if case .event(let step, _) = $0 { step <= run.step } else { false } }
    return Inspector(
      title: words(
        run.inquiry.inspectsPageblock ? "inspector.pageblock" : "inspector.page", ["pfn": .pfn(pfn)]),
      lines: lines, selection: run.inquiry.ring == .inspector ? run.inquiry.line : nil,
      focus: lines.count <= 24 ? 0 : focus ?? 0, step: run.step)
  }

  /// The lines of the inspector as they are now.
  func lines(_ run: RunState, _ playhead: Playhead) -> [Inspector.Line] {
    guard let pfn = run.inspected else { return [] }
    let key = LinesKey(
      playhead: ObjectIdentifier(playhead), pfn: pfn,
      wholePageblock: run.inquiry.inspectsPageblock, step: playhead.step,
      steps: playhead.stepCount)
    if let lines, lines.key == key { return lines.lines }
    let made = makeLines(key, playhead)
    lines = (key, made)
    return made
  }

  private func makeLines(_ key: LinesKey, _ playhead: Playhead) -> [Inspector.Line] {
    let memory = playhead.memory
    guard memory.zone(at: key.pfn) != nil else { return [.section(words("inspector.no-memory"))] }
    let facts = FactLines(memory: memory, words: words)
    let history =
      key.wholePageblock ? playhead.pageblockHistory(of: key.pfn) : playhead.history(of: key.pfn)
    let events = history.map { entry in
      Inspector.Line.event(
        step: entry.step,
        text: words("history.\(entry.rule)", ["from": .pfn(entry.from), "to": .pfn(entry.to)]))
    }
    let story =
      [.section(words("inspector.history"))]
      + (events.isEmpty ? [.fact(name: words("inspector.no-history"), value: "")] : events)
    if key.wholePageblock { return facts.pageblock(at: key.pfn) + story + facts.zone(at: key.pfn) }
    let since = history.last { $0.step <= key.step }?.step
    return facts.page(key.pfn, since: since) + facts.freeBlock(holding: key.pfn) + story
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
