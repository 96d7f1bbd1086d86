import Runs
import Scenarios
import Simulation
import Stage
import Words

/// Makes the scene of a run: everything that is on screen, from its memory, the step that is looked at, the
/// state, and what the parts of the application have to show.
final class SceneMaker {
  private let recipe: RunRecipe
  private let words: Catalogue
  private let pages: PageMapMaker?
  private let board: BoardMapMaker
  /// Free blocks of each zone before the run, by order.
  private let before: [[Int]]
  private var marks: TimelineMarks

  /// - Parameters:
  ///   - memory: as it is before the run.
  ///   - census: of that memory.
  init(_ recipe: RunRecipe, _ memory: Memory, _ census: PageblockCensus, words: Catalogue) {
    self.recipe = recipe
    self.words = words
    pages = memory.scale.isTeaching ? PageMapMaker(memory, edits: recipe.edits.values.flatMap(\.self)) : nil
    board = BoardMapMaker(recipe.source, census, words: words)
    before = memory.zones.map { memory.freeBlockCounts(zone: $0.index).blocks }
    marks = TimelineMarks(layout: memory.layout)
  }

  /// The scene of a run.
  /// - Parameters:
  ///   - playhead: has the memory that is shown, which may stand before the step, or be as a draft would have it.
  ///   - step: the one that is looked at.
  func scene(_ run: RunState, _ playhead: Playhead, _ step: StepReading, _ parts: SceneParts) -> Scene {
    let (memory, draft) = (playhead.memory, parts.draft)
    let reading = MemoryReading(playhead)
    let inspected =
      run.inspecting.pfn ?? (pages == nil ? reading.migrate?.pageblock ?? memory.zones[0].start : nil)
    let (map, beside) = maps(run, playhead, step, parts, inspector: inspected)
    var scene = Scene(
      title: title(run, memory, step, parts.branch), map: parts.overlay?.list ?? map,
      algorithm: algorithm(parts.way == nil ? step.last : nil, memory),
      freeBlocks: freeBlocks(reading, live: draft == nil ? parts.live : nil),
      machine: parts.machine,
      verdict: draft.map { verdict(reading, $0.version, $0.trigger) } ?? step.verdict,
      counters: step.counters, perCPU: step.perCPU,
      lens: pages == nil ? inspected.flatMap { lens(run, memory, draft, at: $0) } : nil,
      explanation: draft?.explanation ?? parts.way ?? parts.stop?.explanation(of: step)
        ?? explanation(of: step),
      timeline: timeline(run, playhead, parts.branch))
    scene.inspector = draft == nil ? parts.inspector : nil
    scene.control = step.control
    scene.beside = beside
    scene.edit = draft?.form
    scene.prompt = parts.overlay?.prompt
    scene.ring = run.inspecting.ring
    // What is pointed at has to be seen.
    let speaks = draft == nil && parts.way == nil && parts.overlay?.list == nil
    scene.pointedAt = speaks ? parts.stop?.panel : nil
    // What somebody looks at is ringed in its place.
    scene.spokenOf = speaks && run.inspecting.pfn == nil && !run.showsBefore ? parts.stop?.spokenOf : nil
    scene.folded = run.inspecting.folded
    let focus = focus(run, step, memory.scale)
    scene.focus = focus
    scene.zoom = run.zooming.zoom(following: focus)
    if scene.zoom == nil, let held = run.zooming.held {
      scene.map.hold(held.place.pfn, at: held.point.y)
      scene.beside?.map.hold(held.place.pfn, at: held.point.y)
    }
    return scene
  }

  // MARK: Maps

  /// The map with all that is marked on it, and the branch beside it.
  private func maps(
    _ run: RunState, _ playhead: Playhead, _ step: StepReading, _ parts: SceneParts, inspector: Pfn?
  ) -> (Scene.Map, Beside?) {
    let isPlain = parts.draft == nil && !run.showsBefore
    var map = map(
      of: playhead.memory, after: playhead.lastStep,
      inspector: pages == nil ? inspector : inspector ?? (parts.draft == nil ? parts.stop?.page : nil),
      isDraft: parts.draft != nil)
    map.inspectsPage(
      parts.draft != nil,
      wholePageblock: !isPlain || run.inspecting.wholePageblock || run.inspecting.pfn == nil)
    if isPlain, parts.way == nil {
      map.show(step, mark: mark(step), change: parts.showsChange ? step.change : nil)
    }
    var beside = parts.branch?.beside
    let differences = beside.map { Beside.differences(map, $0.map) }
    map.mark(parts.draft?.marked ?? differences ?? (isPlain ? parts.branch?.edited : nil) ?? [])
    beside?.map.mark(differences ?? [])
    beside?.map.show(like: map)
    return (map, beside)
  }

  /// The map of a memory.
  /// - Parameters:
  ///   - step: what the step just made was about.
  ///   - isDraft: there may be in it what no run has.
  func map(of memory: Memory, after step: Step?, inspector: Pfn?, isDraft: Bool = false) -> Scene.Map {
    guard let pages else { return .board(board.map(of: memory, after: step, inspector: inspector)) }
    let maker = isDraft ? PageMapMaker(memory, insteadOf: pages) : pages
    return .pages(maker.map(of: memory, after: step, inspector: inspector))
  }

  /// What is in these pageblocks, by their first pages; others may be among them.
  func details(at pageblocks: [Pfn], _ playhead: Playhead) -> [Pfn: PageblockDetail] {
    board.details(at: pageblocks, playhead.memory)
  }

  private func lens(_ run: RunState, _ memory: Memory, _ draft: Editing.Shown?, at pfn: Pfn) -> Lens? {
    var lens = Lens(memory, at: pfn)
    if !run.showsBefore, !run.inspecting.wholePageblock { lens?.inspector = run.inspecting.pfn }
    lens?.marked = draft?.marked ?? []
    return lens
  }

  private func mark(_ step: StepReading) -> StepMark? {
    guard let last = step.last, last.facts.pfn != nil, words.contains("mark.\(last.rule)") else { return nil }
    return StepMark(
      label: words("mark.\(last.rule)", last.facts.values), voice: Explanation.Voice(last.rule.meaning.actor))
  }

  /// What is to be seen where nobody has gone elsewhere: what is inspected, else the pageblock that the migrate
  /// scanner is in.
  private func focus(_ run: RunState, _ step: StepReading, _ scale: Scale) -> Zoom.Place {
    if let pfn = run.inspecting.pfn {
      let isPage = pages == nil && !run.inspecting.wholePageblock
      return Zoom.Place(
        pages != nil || isPage ? pfn : pfn.start(ofOrder: scale.pageblockOrder), isPage: isPage)
    }
    let pageblock = step.migratePageblock ?? step.zone.start
    return Zoom.Place(pageblock + (pages == nil ? 0 : scale.pageblockPages / 2))
  }

  // MARK: Title

  private func title(_ run: RunState, _ memory: Memory, _ step: StepReading, _ branch: Branching.Shown?)
    -> Title
  {
    var title = Title(
      number: recipe.lesson?.number, name: recipe.lesson?.title ?? recipe.source.title,
      facts: [runFacts(memory, step), scaleFacts(memory)], isPlaying: run.isPlaying,
      speed: run.speed.factor, step: run.step, steps: run.isComplete ? run.steps : nil)
    title.isBefore = run.showsBefore
    title.branch = branch?.name
    if recipe.lesson != nil, !run.learning.stops.isEmpty {
      title.stop = Title.Stop(number: run.stop, count: run.learning.stops.count)
    }
    return title
  }

  /// What is run; a board of its own is named already.
  private func runFacts(_ memory: Memory, _ step: StepReading) -> String {
    let zone = words("title.zone", ["zone": .text(step.zone.name.description)])
    let isNamed = !memory.scale.isTeaching && recipe.lesson == nil
    return words(
      isNamed ? "title.run-only" : "title.run",
      [
        "about": .text(memory.scale.isTeaching ? zone : recipe.source.title),
        "trigger": .text(words.name(of: step.request.trigger)),
        "version": .text(step.request.version.description),
      ])
  }

  private func scaleFacts(_ memory: Memory) -> String {
    let scale = memory.scale
    let present = memory.layout.zones.reduce(0) { $0 + $1.present }
    guard scale.isTeaching else {
      return words(
        "title.whole-board",
        [
          "count": .number(present), "pageblocks": .number(present / scale.pageblockPages),
          "pages": .number(scale.pageblockPages),
        ])
    }
    let hasLists = memory.layout.zones.contains { $0.pageset != nil }
    return words(
      "title.teaching-scale",
      [
        "pages": .number(scale.pageblockPages), "batch": .number(scale.clusterMax),
        "lists": .text(words(hasLists ? "title.per-cpu-on" : "title.per-cpu-off")),
      ])
  }

  // MARK: Panels

  private func algorithm(_ step: Step?, _ memory: Memory) -> Algorithm? {
    guard pages != nil else { return nil }
    return Algorithm(line: step?.rule.meaning.pseudocodeLine, batch: memory.scale.clusterMax)
  }

  private func freeBlocks(_ facts: MemoryReading, live: LiveMachine.Latest?) -> FreeBlocks {
    let zone = facts.zone
    let counts = facts.memory.freeBlockCounts(zone: zone.index).blocks
    var ghost = FreeBlocks.Ghost.before(before[zone.index])
    if pages == nil, let now = live?.freeBlocks(of: zone.layout), now.count == counts.count {
      ghost = .live(now)
    }
    var blocks = FreeBlocks(
      zone: zone.name, counts: counts, ghost: ghost, measure: pages == nil ? .logBlocks : .pages)
    blocks.namesZone = facts.memory.zones.count > 1
    return blocks
  }

  private func verdict(_ facts: MemoryReading, _ version: KernelVersion, _ trigger: Trigger) -> Verdict {
    let memory = facts.memory
    let zone = facts.zone.index
    let marks = memory.watermarks(ofZone: zone)
    let weighed: Verdict.Weighed =
      switch trigger.aim(memory.scale) {
      case .zone: .nothing
      case .range: .range
      case .score:
        .scores(memory.proactiveOutlook(zone: zone, version: version), isRunning: facts.isRunning)
      case .block(let order):
        .block(
          memory.outlook(
            zone: zone, order: order, version: version, gfp: trigger.gfp ?? .highUserMovable))
      }
    return Verdict(
      weighed: weighed, free: memory[.zone(zone, .freePages)], min: marks.min, low: marks.low,
      high: marks.high)
  }

  private func timeline(_ run: RunState, _ playhead: Playhead, _ branch: Branching.Shown?) -> Timeline {
    var timeline = Timeline(
      step: run.step, steps: run.steps, marks: marks.marks(of: playhead.recording),
      stops: run.learning.stops, stop: run.stop, mergeOrder: playhead.memory.scale.pageblockOrder,
      bookmarks: run.finding.bookmarks)
    timeline.forks = branch?.forks ?? []
    return timeline
  }

  private func explanation(of step: StepReading) -> Explanation {
    guard let said = step.said, let last = step.last else {
      return Explanation(heading: words("explanation.start"), text: words("explanation.start-how"))
    }
    return Explanation(
      heading: said.what, text: said.how, because: said.because, symbol: said.symbol,
      voice: Explanation.Voice(last.rule.meaning.actor))
  }
}

extension SceneMaker {
  /// What is to be known of the step behind which a playhead stands.
  func reading(of playhead: Playhead) -> StepReading {
    let memory = playhead.memory
    let reading = MemoryReading(playhead)
    let changes = StepChanges(playhead)
    let request = recipe.request(servedIn: memory)
    return StepReading(
      step: playhead.step, last: playhead.lastStep,
      said: playhead.lastStep.map { StepWords($0, in: memory, words: words) }, change: changes.places,
      request: request, zone: reading.zone, migratePageblock: reading.migrate?.pageblock,
      verdict: verdict(reading, request.version, request.trigger), counters: counters(reading, changes),
      perCPU: perCPU(reading, changes), control: FactLines(memory: memory, words: words).control())
  }

  private func counters(_ facts: MemoryReading, _ changes: StepChanges) -> [Counter] {
    zip(StepChanges.counters, changes.counters).map { counter, change in
      let addsUpAtEnd = counter == .compactMigrateScanned || counter == .compactFreeScanned
      return Counter(
        name: counter.procName, value: facts.counter(counter), change: change,
        isSoFar: addsUpAtEnd && facts.isRunning)
    }
  }

  private func perCPU(_ facts: MemoryReading, _ changes: StepChanges) -> [PerCPUPages] {
    guard pages != nil, facts.zone.layout.pageset != nil else { return [] }
    let memory = facts.memory
    return changes.perCPU.enumerated().map { cpu, change in
      func figure(_ field: PagesetField) -> Int {
        memory[memory.pagesetRegister(zone: facts.zone.index, cpu: cpu, field)]
      }
      return PerCPUPages(
        cpu: cpu, count: figure(.count), high: figure(.high), batch: figure(.batch), change: change)
    }
  }
}
