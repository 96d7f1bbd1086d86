import Documents
import Simulation
import Testing

@testable import Scenarios

@Suite("Writing scenarios")
struct ScenarioWriterTests {
  /// What reading back what is written gives.
  private func readBack(_ writer: ScenarioWriter, _ memory: Memory) throws -> Scenario {
    let text = try #require(writer.text(memory))
    return try Scenario(Document.parse(text, file: "written.yaml"))
  }

  /// Free pages keep traces of the lists they were on, which mean nothing: what counts is compared, down to
  /// every list's order, and what a run makes of it.
  private func expectSame(_ read: Memory, _ memory: Memory, _ writer: ScenarioWriter) {
    #expect(read.census == memory.census)
    #expect(writer.text(read) == writer.text(memory))
    let run = Run(version: writer.kernel, trigger: writer.trigger)
    #expect(run.trace(on: read) == run.trace(on: memory))
  }

  @Test(
    "Every scenario that comes with the program reads back as the same memory",
    arguments: library.scenarioNames)
  func bundled(_ name: String) throws {
    let scenario = try library.scenario(named: name)
    let memory = scenario.start().memory
    let writer = ScenarioWriter(title: scenario.title, kernel: scenario.kernel, trigger: scenario.trigger)
    let read = try readBack(writer, memory)
    #expect(read.title == scenario.title)
    #expect(read.kernel == scenario.kernel)
    #expect(read.trigger == scenario.trigger)
    #expect(read.layout == scenario.layout)
    expectSame(read.start().memory, memory, writer)
  }

  @Test("A memory filled and edited by chance reads back as the same memory", arguments: 0..<150)
  func random(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let memory = try Self.chance(&random)
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      let edit = Self.edit(memory, &random)
      if (try? memory.check(edit)) != nil { try memory.make([edit]) }
    }
    try memory.checkInvariants()
    let triggers: [Trigger] = [
      .compactMemory, .proactive, .allocations(3, order: 4), .kcompactd(order: 2, highestZone: .movable),
      .compactMemoryTimes(3), .allocations(2, order: 3, gfp: .atomic), .contiguous(.pages(40)),
      .allocations(1, order: 2, gfp: [.kernel, .reclaimable, .noRetry]), .contiguous(.range(0x144..<0x15a)),
      .hugePageFaults(Self.region),
    ]
    let writer = ScenarioWriter(
      title: "a: \"quoted\" \\ title #\(seed)\n", kernel: KernelVersion.all[seed % 4],
      trigger: triggers[seed % triggers.count])
    let read = try readBack(writer, memory)
    #expect(read.title == writer.title)
    #expect(read.kernel == writer.kernel)
    #expect(read.trigger == writer.trigger)
    let again = read.start().memory
    try again.checkInvariants()
    expectSame(again, memory, writer)
  }

  @Test("What a run holds in its hands is written as the pages that it took, and nothing else is lost")
  func midRun() throws {
    let scenario = try library.scenario(named: "two-scanners")
    let (memory, run) = scenario.start()
    let recording = run.record(on: memory)
    let playhead = Playhead(memory: scenario.start().memory, recording: recording)
    let writer = ScenarioWriter(title: "x", kernel: scenario.kernel, trigger: scenario.trigger)
    for step in stride(from: 0, through: playhead.stepCount, by: 7) {
      playhead.seek(to: step)
      let read = try readBack(writer, playhead.memory).start().memory
      try read.checkInvariants()
      #expect(read.census == playhead.memory.census)
    }
  }

  private static var region: HugePageRegion {
    var region = HugePageRegion(faults: 5)
    (region.defrag, region.isMarked) = (.deferAndMadvise, false)
    return region
  }

  private static func chance(_ random: inout SeededGenerator) throws -> Memory {
    let more = Bool.random(using: &random)
    let text = """
      title: chance
      scale: teaching
      cpus: 2
      per-cpu lists: \(["off", "on", "{batch: 3, high: 9}"].randomElement(using: &random)!)
      zones:
        - {name: DMA, ranges: [0x100-0x17f], watermarks: {min: 2, low: 4, high: 8}}
        \(more ? "- {name: Normal, ranges: [0x200-0x2ff, 0x310-0x31f], lowmem reserve: {Movable: 3}}" : "")
      pageblocks: {unmovable: 0x110, reclaimable: 0x120, cma: [0x140-0x15f]}
      fill:
        - {kind: reserved, at: 0x100-0x103}
        - {kind: kernel, share: 0.4, in: unmovable, seed: \(Int.random(in: 1...9999, using: &random))}
        - {kind: anonymous, share: 0.3, in: movable, seed: \(Int.random(in: 1...9999, using: &random))}
        - {kind: file, share: 0.2, in: [movable, cma], seed: \(Int.random(in: 1...9999, using: &random))}
        - {kind: movable-ops, count: 3, in: movable}
        - {kind: pinned, count: 4}
        - {kind: dirty, count: 3}
      skip hints: [0x130]
      cached: [{zone: DMA, migrate async: 0x120, free: 0x160}]
      run: {trigger: compact_memory}
      """
    return try Scenario(Document.parse(text, file: "chance.yaml")).start().memory
  }

  private static func edit(_ memory: Memory, _ random: inout SeededGenerator) -> Edit {
    let pfn = Int.random(in: memory.base..<memory.end, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .occupy(pfn, .kernel, [])
    case 1: return .occupy(pfn, .anonymous, [.lru, .swapBacked])
    case 2: return .occupy(pfn, .file, [.lru, .pinned])
    case 3: return .setSkipHint(Bool.random(using: &random), pageblockAt: pfn)
    case 4:
      return .setMigratetype(
        [.movable, .unmovable, .reclaimable].randomElement(using: &random)!, pageblockAt: pfn)
    default: return .release(pfn)
    }
  }
}

@Suite("Saving boards")
struct SavedBoardTests {
  /// Two zones, the lower one with a hole behind its last page.
  private func board() throws -> Board {
    let file = """
      title: Test
      kernel: "6.12"
      banks: [0x200-0xfff, 0x2000-0x2fff]
      zones:
        - {name: DMA, span: 0x200-0x1fff, present: 3584, managed: 3584, watermarks: {min: 4, low: 5, high: 6}}
        - {name: Normal, span: 0x2000-0x2fff, present: 4096, managed: 4096, watermarks: {min: 4, low: 5, high: 6}}
      recipe: x
      """
    func zone(_ name: ZoneName, _ managed: Int) -> Recipe.Zone {
      Recipe.Zone(
        name: name, managed: managed, pageblocks: [.unmovable: 1],
        free: [.movable: [300, 100, 50, 20, 10, 4, 2, 1, 1, 0, 0]])
    }
    let recipe = Recipe(
      title: "", seed: 1, zones: [zone(.dma, 3584), zone(.normal, 4096)], pageblockRuns: [:],
      largestFreeRun: 1, used: [.movable: [Recipe.Filling(kind: .anonymous, share: 1, run: 3)]], pinned: 0.01)
    return try Board(Document.parse(file, file: "b.yaml")) { _ throws(DocumentError) in recipe }
  }

  @Test("A board can be saved and opened at every moment of its run, and is the same")
  func boards() throws {
    let board = try board()
    let (memory, run) = board.start()
    let recording = run.record(on: memory.copy())
    let playhead = Playhead(memory: memory, recording: recording)
    let writer = ScenarioWriter(title: board.title, kernel: board.kernel, trigger: board.trigger)
    for step in Array(stride(from: 0, through: playhead.stepCount, by: 499)) + [playhead.stepCount] {
      playhead.seek(to: step)
      let text = try #require(writer.text(playhead.memory))
      let read = try Scenario(Document.parse(text, file: "written.yaml"))
      #expect(read.layout.zones.map(\.start) == board.layout.zones.map(\.start))
      #expect(read.layout.zones.map(\.end) == board.layout.zones.map(\.end))
      #expect(read.start().memory.census == playhead.memory.census)
    }
    #expect(recording.stepCount > 1000)
  }
}
