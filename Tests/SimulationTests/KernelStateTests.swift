import Testing

@testable import Simulation

@Suite("What the kernel is in the middle of")
struct KernelStateTests {
  /// Two pageblocks of movable pages below, ever fewer in the ones above.
  private func memory() -> Memory {
    let memory = Memory(
      layout: MachineLayout(
        scale: .teaching,
        zones: [
          ZoneLayout(
            name: .normal, ranges: [0x1000...0x107f], watermarks: Watermarks(min: 1, low: 2, high: 3))
        ]))
    for pfn in stride(from: 0x1000, to: 0x1020, by: 2) { memory.place(.anonymous, .lru, at: pfn) }
    for pfn in stride(from: 0x1020, to: 0x1080, by: 5) { memory.place(.file, .lru, at: pfn) }
    memory.freeRemainingPages()
    return memory
  }

  private func request(_ mode: MigrateMode) -> CompactControl {
    var request = CompactControl()
    request.mode = mode
    request.ignoresSkipHint = true
    request.wholeZone = true
    return request
  }

  @Test("Two tasks can be in compaction at once: each finds its run as it left it")
  func twoRuns() throws {
    let memory = memory()
    let kernel = Kernel(memory: memory, version: .v6_12, recorder: NoRecorder())
    let zone = memory.zones[0]
    kernel.control = request(.sync)
    kernel.setUp(zone)
    #expect(kernel.isolateMigratepages(zone) == .success)
    let (sources, position) = (memory.isolatedSources, kernel.migratePfn)
    #expect(sources.count == 4)

    kernel.task = .kcompactd
    #expect(memory.run == RunSlot(.requester), "it has not begun yet")
    kernel.control = request(.syncLight)
    kernel.setUp(zone)
    #expect(memory.run == RunSlot(.kcompactd))
    #expect(memory.isolatedSources.isEmpty && kernel.migratePfn == zone.start)
    #expect(memory.pages(on: memory.lists.migratePages(of: RunSlot(.requester))) == sources)
    #expect(kernel.goOnScanning(zone) == .complete)
    try memory.checkInvariants()

    kernel.task = .requester
    #expect(memory.run == RunSlot(.requester))
    #expect(memory.isolatedSources == sources && kernel.migratePfn == position)
    #expect(kernel.control == request(.sync))
    #expect(kernel.migratePages(zone) == .allMoved)
    #expect(kernel.goOnScanning(zone) == .complete)
    try memory.checkInvariants()
    #expect(memory[.control(.running, of: RunSlot(.requester))] == 0)
  }

  @Test("What a run is asked to do is read from its registers as it was written", arguments: 0..<32)
  func control(bits: Int) {
    var control = CompactControl()
    control.order = bits % 11 - 1
    control.mode = [.async, .syncLight, .sync][bits % 3]
    control.gfp = bits % 2 == 0 ? .transparentHuge : .kernel
    control.allocFlags = bits & 4 == 0 ? [] : [.cma, .highAtomic]
    control.highestZone = bits & 8 == 0 ? nil : .dma32
    control.ignoresSkipHint = bits & 1 != 0
    control.ignoresBlockSuitability = bits & 2 != 0
    control.wholeZone = bits & 4 != 0
    control.direct = bits & 8 != 0
    control.proactive = bits & 16 != 0
    control.captureOrder = bits % 5 - 1
    control.captureZone = bits % 3 - 1
    let fields = Dictionary(uniqueKeysWithValues: control.fields.map { ($0.key, $0.value) })
    #expect(CompactControl { fields[$0] ?? 0 } == control)
  }

  @Test("Whether it will run is said by the tunables of the moment, forth and back")
  func outlookFollowsTunables() throws {
    let memory = memory()
    let before = memory.proactiveOutlook(zone: 0)
    #expect(before.low == 80 && before.high == 90)
    var tunables = Tunables()
    tunables.compactionProactiveness = 60
    tunables.extfragThreshold = 900
    var run = Run(version: .v6_12, trigger: .compactMemory)
    run.edits[2] = [.setTunables(tunables)]
    run.prepare(memory)
    let playhead = Playhead(memory: memory, recording: run.record(on: Memory(copying: memory)))
    playhead.seek(to: 2)
    #expect(memory.proactiveOutlook(zone: 0) == before)
    playhead.forward()
    #expect(playhead.lastStep?.rule == .editMade)
    #expect(memory.tunables == tunables)
    #expect(memory.proactiveOutlook(zone: 0).low == 40)
    #expect(memory.outlook(zone: 0, order: 4).threshold == 900)
    playhead.back()
    #expect(memory.tunables == Tunables())
    #expect(memory.outlook(zone: 0, order: 4).threshold == 500)
  }

  @Test("The version whose rules hold is in the memory, step by step")
  func version() {
    let memory = memory()
    var run = Run(version: .v6_1, trigger: .compactMemory)
    run.edits[3] = [.restart(.v6_18, .compactMemory)]
    run.prepare(memory)
    let playhead = Playhead(memory: memory, recording: run.record(on: Memory(copying: memory)))
    #expect(memory.version == .v6_1)
    playhead.seek(to: playhead.stepCount)
    #expect(memory.version == .v6_18)
    #expect(run.agenda.requests.map(\.version) == [.v6_1, .v6_18])
    playhead.seek(to: 3)
    #expect(memory.version == .v6_1)
  }

  @Test("Pages wait in the batch of their CPU, and a page that is taken away waits no more")
  func folioBatches() throws {
    let memory = memory()
    for (pfn, cpu) in [(0x1000, 0), (0x1002, 0)] {
      memory.place(.anonymous, [.inBatch, .swapBacked], at: pfn)
      memory.addToFolioBatch(pfn, cpu: cpu)
    }
    try memory.checkInvariants()
    let kernel = Kernel(memory: memory, recorder: NoRecorder())
    kernel.make([.occupy(0x1000, .kernel, [])])
    try memory.checkInvariants()
    kernel.drainAllFolioBatches()
    #expect(memory.frame(at: 0x1002).flags == [.lru, .swapBacked])
    #expect(memory.frame(at: 0x1000).flags == [])
    try memory.checkInvariants()
  }
}
