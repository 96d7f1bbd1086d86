import KernelInterface
import Lessons
import Runs
import Scenarios
import Simulation
import Stage
import Words

/// Makes the scene of a run: everything that is on screen, from the playhead and the state.
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

  /// - Parameters:
  ///   - stop: the stop of the lesson where the run stands.
  ///   - live: what this machine says, where it is wanted.
  func scene(_ run: RunState, _ playhead: Playhead, stop: Lesson.Stop?, live: BuddyInfo?) -> Scene {
    let memory = playhead.memory
    let changes = StepChanges(playhead)
    let facts = RunFacts(playhead)
    let request = recipe.request(servedIn: memory)
    let inspected = run.inspected ?? (pages == nil ? facts.migrate?.pageblock ?? memory.zones[0].start : nil)
    var scene = Scene(
      title: title(run, playhead.memory, request),
      map: map(
        of: playhead, after: playhead.facts,
        inspector: pages == nil ? inspected : run.inspected ?? stop?.pointAt?.page),
      algorithm: algorithm(playhead),
      freeBlocks: freeBlocks(facts, live: live), machine: live.map(MachineBlocks.init),
      verdict: verdict(facts, request.version, request.trigger), counters: counters(facts, changes),
      perCPU: perCPU(facts, changes), lens: pages == nil ? inspected.flatMap { Lens(memory, at: $0) } : nil,
      explanation: explanation(playhead, stop), timeline: timeline(run, playhead))
    scene.pointedAt = stop?.pointAt?.panel
    scene.zoom = zoom(run, facts)
    return scene
  }

  /// What is in these pageblocks, by their first pages; others may be among them.
  func details(at pageblocks: [Pfn], _ playhead: Playhead) -> [Pfn: PageblockDetail] {
    board.details(at: pageblocks, playhead.memory)
  }

  private func zoom(_ run: RunState, _ facts: RunFacts) -> Zoom? {
    guard run.zoom.level > 0 else { return nil }
    if let center = run.zoom.center { return Zoom(level: run.zoom.level, center: center) }
    let pageblock = facts.migrate?.pageblock ?? facts.zone.start
    let scale = facts.memory.scale
    // A board has a box for each pageblock, a small memory one for each page.
    let followed =
      run.inspected.map { pages == nil ? $0.start(ofOrder: scale.pageblockOrder) : $0 }
      ?? pageblock + (pages == nil ? 0 : scale.pageblockPages / 2)
    return Zoom(level: run.zoom.level, center: Zoom.Place(followed))
  }

  /// The map of a memory.
  /// - Parameters:
  ///   - playhead: has the memory.
  ///   - step: what the step just made was about.
  func map(of playhead: Playhead, after step: StepFacts?, inspector: Pfn?) -> Scene.Map {
    pages.map { .pages($0.map(of: playhead.memory, after: step, inspector: inspector)) }
      ?? .board(board.map(of: playhead, after: step, inspector: inspector))
  }

  // MARK: Title

  private func title(_ run: RunState, _ memory: Memory, _ request: RunRecipe.Request) -> Title {
    Title(
      number: recipe.lesson?.number, name: recipe.lesson?.title ?? recipe.source.title,
      facts: [runFacts(memory, request), scaleFacts(memory)], isPlaying: run.isPlaying,
      speed: run.speed.factor, step: run.step, steps: run.isComplete ? run.steps : nil)
  }

  /// What is run; a board of its own is named already.
  private func runFacts(_ memory: Memory, _ request: RunRecipe.Request) -> String {
    let zone = words("title.zone", ["zone": .text(RunFacts(memory).zone.name.description)])
    let isNamed = !memory.scale.isTeaching && recipe.lesson == nil
    return words(
      isNamed ? "title.run-only" : "title.run",
      [
        "about": .text(memory.scale.isTeaching ? zone : recipe.source.title),
        "trigger": .text(words.name(of: request.trigger)),
        "version": .text(request.version.description),
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

  private func algorithm(_ playhead: Playhead) -> Algorithm? {
    guard pages != nil else { return nil }
    return Algorithm(line: playhead.facts?.rule.pseudocodeLine, batch: playhead.memory.scale.clusterMax)
  }

  func freeBlocks(_ facts: RunFacts, live: BuddyInfo?) -> FreeBlocks {
    let zone = facts.zone
    let counts = facts.memory.freeBlockCounts(zone: zone.index).blocks
    var ghost = FreeBlocks.Ghost.before(before[zone.index])
    if pages == nil, let row = live?[zone.name.description], row.freeBlocks.count == counts.count {
      ghost = .live(row.freeBlocks)
    }
    return FreeBlocks(
      zone: zone.name, counts: counts, ghost: ghost, measure: pages == nil ? .logBlocks : .pages)
  }

  func verdict(_ facts: RunFacts, _ version: KernelVersion, _ trigger: Trigger) -> Verdict {
    let memory = facts.memory
    let zone = facts.zone.index
    let marks = memory.watermarks(ofZone: zone)
    let weighed: Verdict.Weighed =
      switch trigger {
      case .compactMemory: .nothing
      case .contiguous: .range
      case .proactive:
        .scores(memory.proactiveOutlook(zone: zone, version: version), isRunning: facts.isRunning)
      case .hugePageFaults, .hugePagePool, .allocations, .kcompactd:
        trigger.wantedOrder(memory.scale).map {
          .block(memory.outlook(zone: zone, order: $0, version: version))
        } ?? .nothing
      }
    return Verdict(
      weighed: weighed, free: memory[.zone(zone, .freePages)], min: marks.min, low: marks.low,
      high: marks.high)
  }

  private func counters(_ facts: RunFacts, _ changes: StepChanges) -> [Counter] {
    zip(StepChanges.counters, changes.counters).map { counter, change in
      let addsUpAtEnd = counter == .compactMigrateScanned || counter == .compactFreeScanned
      return Counter(
        name: counter.procName, value: facts.counter(counter), change: change,
        isSoFar: addsUpAtEnd && facts.isRunning)
    }
  }

  private func perCPU(_ facts: RunFacts, _ changes: StepChanges) -> [PerCPUPages] {
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

  // MARK: Explanation

  private func explanation(_ playhead: Playhead, _ stop: Lesson.Stop?) -> Explanation {
    let said = playhead.facts.map { StepWords($0, in: playhead.memory, words: words) }
    let symbol = said?.symbol ?? ""
    if let stop {
      return Explanation(
        heading: stop.title, text: stop.plainText, because: said?.what ?? "", symbol: symbol, voice: .lesson)
    }
    guard let said, let facts = playhead.facts else {
      return Explanation(heading: words("explanation.start"), text: words("explanation.start-how"))
    }
    return Explanation(
      heading: said.what, text: said.how, because: said.because, symbol: symbol, voice: facts.rule.voice)
  }

  private func timeline(_ run: RunState, _ playhead: Playhead) -> Timeline {
    Timeline(
      step: run.step, steps: run.steps, marks: marks.marks(of: playhead.recording), stops: run.stops,
      stop: run.stop, mergeOrder: playhead.memory.scale.pageblockOrder)
  }
}

extension Rule {
  /// Who acts.
  var voice: Explanation.Voice {
    switch phase {
    case .isolate: .migrateScanner
    case .findTargets: .freeScanner
    case .setUp, .unmap, .move, .drain, .finishTest, .end, .allocate: .run
    }
  }
}

extension MachineBlocks {
  init(_ info: BuddyInfo) {
    self.init(zones: info.rows.map { Zone(name: $0.zone, counts: $0.freeBlocks) })
  }
}

extension Trigger {
  /// The order of the blocks that are wanted; nil where none is, as for a run of the whole zone.
  fileprivate func wantedOrder(_ scale: Scale) -> Order? {
    switch self {
    case .hugePageFaults, .hugePagePool: scale.hugeOrder
    default: order
    }
  }
}
