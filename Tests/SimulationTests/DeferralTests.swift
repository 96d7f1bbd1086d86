import Testing

@testable import Simulation

/// Model 12.5 and 12.7.
@Suite("Deferral, and single rules of the scanners")
struct DeferralTests {
  @Test("When every attempt fails, more and more are passed over, up to 63")
  func backOff() {
    let kernel = Board.kernel(.v6_12)
    let zone = kernel.memory.zones[0]
    var ran: [Int] = []
    for attempt in 1...319 where !kernel.isDeferred(zone, order: 9) {
      ran.append(attempt)
      kernel.deferCompaction(zone, order: 9)
    }
    #expect(ran == [1, 3, 7, 15, 31, 63, 127, 191, 255, 319])
  }

  @Test("A page obtained ends the deferral, and the next failure starts it small")
  func reset() {
    let kernel = Board.kernel(.v6_12)
    let zone = kernel.memory.zones[0]
    kernel.resetDeferral(zone, order: 9, allocated: true)
    for _ in 0..<5 { kernel.deferCompaction(zone, order: 9) }
    #expect(kernel.isDeferred(zone, order: 9))
    #expect(!kernel.isDeferred(zone, order: 8))
    kernel.resetDeferral(zone, order: 9, allocated: true)
    #expect(!kernel.isDeferred(zone, order: 9))
    kernel.deferCompaction(zone, order: 9)
    #expect(kernel.read(.zone(0, .deferShift)) == 1)
    #expect(kernel.read(.zone(0, .orderFailed)) == 9)
  }

  @Test(
    "Fast searches look at fewer entries after each that failed",
    arguments: zip(0...7, [33, 17, 9, 5, 3, 2, 1, 1]))
  func searchLimits(failures: Int, limit: Int) {
    let kernel = Board.kernel(.v6_12)
    kernel.fastSearchFail = failures
    #expect(kernel.searchLimit == limit)
  }

  @Test(
    "The scanners have met when they are in the same pageblock",
    arguments: [(0x15ff, 0x1400, true), (0x1600, 0x15ff, false)])
  func meeting(free: Pfn, migrate: Pfn, met: Bool) {
    let kernel = Board.kernel(.v6_12)
    kernel.freePfn = free
    kernel.migratePfn = migrate
    #expect(kernel.scannersMet == met)
  }

  @Test(
    "A direct asynchronous run for a movable page takes sources from movable pageblocks only",
    arguments: zip([Migratetype.movable, .cma, .unmovable], [true, true, false]))
  func sources(type: Migratetype, suits: Bool) {
    let kernel = Board.kernel(.v6_12)
    kernel.memory.setMigratetype(type, ofPageblockAt: 0x1000)
    kernel.control.order = 9
    kernel.control.gfp = .highUserMovable
    kernel.control.direct = true
    kernel.control.mode = .async
    #expect((kernel.suitableSource(0x1000) == nil) == suits)
    kernel.control.mode = .syncLight
    #expect(kernel.suitableSource(0x1000) == nil)
  }

  /// How many isolated pages are just few enough where 160 are on the LRU lists.
  static let isolation: [(version: KernelVersion, gfp: GFPMask, most: Int)] = [
    (.v6_12, .kernel, 10), (.v6_12, [.io, .directReclaim], 80), (.v6_1, .kernel, 80),
  ]

  @Test(
    "No source is taken while more pages are isolated elsewhere than half of those on the LRU lists",
    arguments: isolation)
  func tooManyIsolated(version: KernelVersion, gfp: GFPMask, most: Int) {
    for isolated in [most, most + 1] {
      let kernel = Board.kernel(version)
      let memory = kernel.memory
      for pfn in 0x1000..<0x10a0 { memory.place(.anonymous, .lru, at: pfn) }
      memory.freeRemainingPages()
      memory.set(.kernel(.isolatedElsewhere), to: isolated)
      kernel.control.gfp = gfp
      (kernel.migratePfn, kernel.freePfn) = (0x1000, 0x2e00)
      #expect(kernel.isolateMigratepages(memory.zones[0]) == (isolated == most ? .success : .abort))
    }
  }

  @Test("A fault whose compaction is deferred falls back at once; on a NUMA kernel it asks twice")
  func deferredFault() {
    for requests in [1, 2] {
      let kernel = Board.kernel(.v6_12)
      let memory = kernel.memory
      for pfn in stride(from: 0x1000, to: 0x3000, by: 2) { memory.place(.anonymous, .lru, at: pfn) }
      memory.freeRemainingPages()
      memory.set(.zone(0, .deferShift), to: 6)
      var masks: [GFPMask] = [[.transparentHuge, .noRetry]]
      if requests == 2 { masks.insert([.transparentHuge, .noRetry, .thisNode], at: 0) }
      for gfp in masks {
        #expect(kernel.allocate(AllocationRequest(order: 9, gfp: gfp, version: .v6_12), .kernel) == nil)
      }
      #expect(memory[.vmstat(.compactStall)] == requests)
      #expect(memory[.vmstat(.compactFail)] == requests)
      #expect(memory[.zone(0, .considered)] == requests)
      #expect(memory[.vmstat(.compactMigrateScanned)] == 0)
    }
  }

  @Test("A node's score weighs its zones by their size")
  func score() {
    func weighted(_ dma: Int, _ normal: Int) -> Int {
      Kernel<NoRecorder>.weighted([(982_528, dma), (3_211_264, normal)])
    }
    #expect(weighted(80, 95) == 90)
    #expect(weighted(30, 88) == 74)
  }
}
