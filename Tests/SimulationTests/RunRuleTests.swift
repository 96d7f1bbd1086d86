import Testing

@testable import Simulation

/// Model 4.3, 4.5, 4.7, 5.2, 7 and 8.1: single rules of a run, at their bounds.
@Suite("Rules of a run, at their bounds")
struct RunRuleTests {
  @Test(
    "A free block of another type ends a run only where the request could claim it",
    arguments: [
      (3, Migratetype.movable, CompactResult.continue), (4, .movable, .success), (3, .unmovable, .success),
    ])
  func foreignBlocks(order: Order, type: Migratetype, result: CompactResult) {
    let kernel = Board.kernel(.v6_12)
    let memory = kernel.memory
    let other: Migratetype = type == .movable ? .unmovable : .movable
    memory.setMigratetype(other, ofPageblockAt: 0x2000)
    memory.addFreeBlock(at: 0x2000, order: order, type: other)
    kernel.control.order = order
    kernel.control.gfp = type == .movable ? .highUserMovable : .kernel
    (kernel.migratePfn, kernel.freePfn) = (0x1200, 0x2e00)
    #expect(kernel.testFinished(memory.zones[0]) == result)
  }

  @Test("The cached start of later runs moves up, each mode's own, and never back")
  func cachedStarts() {
    let kernel = Board.kernel(.v6_12)
    let memory = kernel.memory
    func starts() -> [Pfn] { [memory[.zone(0, .cachedMigrateAsync)], memory[.zone(0, .cachedMigrateSync)]] }
    memory.set(.zone(0, .cachedMigrateAsync), to: 0x1000)
    memory.set(.zone(0, .cachedMigrateSync), to: 0x1800)
    kernel.control.mode = .sync
    kernel.updateCachedMigrate(memory.zones[0], 0x1200)
    #expect(starts() == [0x1400, 0x1800])
    kernel.updateCachedMigrate(memory.zones[0], 0x1a00)
    #expect(starts() == [0x1c00, 0x1c00])
    kernel.control.mode = .async
    kernel.updateCachedMigrate(memory.zones[0], 0x2000)
    #expect(starts() == [0x2200, 0x1c00])
  }

  @Test(
    "A large folio is taken as a whole below what is wanted, and below a pageblock where nothing is",
    arguments: [
      (KernelVersion.v6_12, -1, 8, Rule.isolatesFolio), (.v6_12, -1, 9, .passesCompound),
      (.v6_12, 4, 3, .isolatesFolio), (.v6_12, 4, 4, .passesCompound), (.v6_12, 10, 9, .passesCompound),
      (.v6_1, -1, 2, .passesCompound),
    ])
  func folios(version: KernelVersion, wanted: Int, order: Order, verdict: Rule) {
    let kernel = Board.kernel(version)
    kernel.memory.placeCompound(.anonymous, .lru, order: order, at: 0x1000)
    kernel.control.order = wanted
    #expect(kernel.sourceVerdict(kernel.memory.frame(at: 0x1000)) == verdict)
    #expect(kernel.sourceVerdict(kernel.memory.frame(at: 0x1001)) == .passesCompound)
  }

  @Test(
    "A merge is an interesting event from a pageblock on",
    arguments: [(8, nil), (9, 9), (10, 10)] as [(Order, Order?)])
  func landmarks(order: Order, landmark: Order?) {
    let memory = Board.kernel(.v6_12).memory
    let list = memory.lists.free(zone: 0, order: order, type: .movable).index
    let merge = Change(.linkFirst, .mergesBlock, list: list, frame: 0x1000)
    #expect(Landmarks(memory).order(of: merge) == landmark)
  }

  @Test(
    "Where the lowest pageblock alone is worth a visit, the scanners begin where the search for others ended")
  func hints() {
    let kernel = Board.kernel(.v6_12, blocks: 3)
    let memory = kernel.memory
    memory.set(.zone(0, .blockskipFlush), to: 1)
    for pfn in 0x1000..<0x1600 { memory.place(.kernel, at: pfn) }
    for pfn in 0x1000..<0x1200 { memory.place(.anonymous, .lru, at: pfn) }
    for block in [0x1000, 0x1200, 0x1400] { memory.setSkipHint(true, at: block) }
    kernel.resetSkipHints(memory.zones[0])
    #expect(!memory.skipHint(at: 0x1000))
    #expect(memory[.zone(0, .initMigrate)] == 0x1000)
    #expect(memory[.zone(0, .cachedMigrateSync)] == 0x1400)
    #expect(memory[.zone(0, .cachedFree)] == 0x11ff)
    #expect(memory[.zone(0, .blockskipFlush)] == 0)
  }

  @Test(
    "An index of just the threshold does not speak for compaction", arguments: [(500, false), (499, true)])
  func threshold(threshold: Int, suitable: Bool) {
    let kernel = Board.kernel(.v6_12)
    let memory = kernel.memory
    for pfn in 0x1000..<0x3000 { memory.place(.kernel, at: pfn) }
    // Ten blocks of 64 pages together: 1000 − (1000 + 64 · 1000 / 16) / 10 = 500.
    let orders = [Order](repeating: 3, count: 7) + [2, 1, 1]
    for (index, order) in orders.enumerated() {
      memory.addFreeBlock(at: 0x1000 + index * 32, order: order, type: .movable)
    }
    memory.set(.kernel(.extfragThreshold), to: threshold)
    var control = CompactControl()
    control.order = 4
    #expect(memory.freeBlockCounts(zone: 0).fragmentationIndex(4) == 500)
    #expect(kernel.isSuitable(memory.zones[0], control) == suitable)
  }

  @Test(
    "Only at full priority a zone is compacted that is put off",
    arguments: [CompactPriority.async, .syncFull])
  func priorities(priority: CompactPriority) {
    let kernel = Board.kernel(.v6_12)
    let memory = kernel.memory
    for pfn in 0x1000..<0x3000 where pfn % 4 == 0 { memory.place(.anonymous, .lru, at: pfn) }
    memory.freeRemainingPages()
    for _ in 0..<3 { kernel.deferCompaction(memory.zones[0], order: 9) }
    let request = AllocationRequest(order: 9, gfp: .highUserMovable, version: .v6_12)
    let outcome = kernel.compactDirectly(request, priority)
    #expect((outcome.result == .deferred) == (priority == .async))
    #expect((outcome.page == nil) == (priority == .async))
  }

  @Test("kcompactd waits for no disk: a page that must be written first stays")
  func kcompactd() {
    let kernel = Board.kernel(.v6_12)
    let memory = kernel.memory
    for pfn in 0x1000..<0x3000 where pfn % 4 == 0 {
      memory.place(.file, [.lru, .dirty, .noMigrateCallback], at: pfn)
    }
    memory.freeRemainingPages()
    #expect(!kernel.wakeKcompactd(order: 9, highestZone: .movable).isEmpty)
    #expect(memory[.vmstat(.compactMigrateScanned)] > 1000)
    #expect(memory[.vmstat(.compactIsolated)] == 0)
  }

  @Test(
    "Pages wait for the LRU lists until their CPU's batch is full",
    arguments: [(KernelVersion.v6_1, 15), (.v6_12, 31)])
  func folioBatches(version: KernelVersion, size: Int) {
    let kernel = Board.kernel(version)
    let batch = kernel.lists.folioBatch(cpu: 0)
    for pfn in 0x1000..<0x1000 + size {
      kernel.memory.place(.anonymous, .inBatch, at: pfn)
      kernel.addToFolioBatch(pfn)
      #expect(kernel.memory.length(of: batch) == (pfn == 0x1000 + size - 1 ? 0 : pfn - 0xfff))
    }
    #expect(kernel.memory.frame(at: 0x1000).has(.lru))
  }

  @Test("The last step of a chunk is found in it, the next one in the next")
  func chunks() {
    var recording = Recording()
    for _ in 0..<3 {
      var builder = ChangeChunk.Builder()
      for pfn in 0x1000..<0x1004 { builder.append(Change(.note, .passesReserved, frame: pfn)) }
      recording.append(builder.seal())
    }
    for step in 1...12 {
      let (chunk, position, ordinal) = recording.locateChange(endingStep: step)
      #expect([chunk, position, ordinal] == [(step - 1) / 4, (step - 1) % 4, 1])
    }
  }
}
