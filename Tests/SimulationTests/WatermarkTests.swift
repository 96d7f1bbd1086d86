import Testing

@testable import Simulation

/// Model 12.2 and 12.3.
@Suite("Watermarks and reserves")
struct WatermarkTests {
  @Test(
    "A per-CPU batch follows the zone's size",
    arguments: zip(
      [3840, 49_152, 65_536, 121_633, 131_072, 262_144, 5_000_000], [1, 15, 15, 31, 31, 63, 63]))
  func batch(managed: Int, batch: Int) {
    #expect(PagesetLayout(managed: managed, low: 0, cpus: 1, version: .v6_1).batch == batch)
  }

  @Test(
    "On 6.1 a set's high is the low mark's share",
    arguments: [(7040, 3520), (10691, 5345), (3387, 1693), (5283, 2641), (8795, 4397)])
  func high(low: Int, high: Int) {
    #expect(PagesetLayout(managed: 1 << 18, low: low, cpus: 2, version: .v6_1).high == high)
  }

  @Test("A set's high is at least four batches", arguments: KernelVersion.all)
  func leastHigh(version: KernelVersion) {
    let layout = PagesetLayout(managed: 131_072, low: 0, cpus: 64, version: version)
    #expect([layout.batch, layout.high] == [31, 124])
  }

  @Test("From 6.18 on only a request of high priority may use HighAtomic, and only where it may not wait")
  func highAtomic() {
    func mayUse(_ gfp: GFPMask, _ version: KernelVersion, order: Order = 1) -> Bool {
      AllocationRequest(order: order, gfp: gfp, version: version).mayUseHighAtomic
    }
    #expect(mayUse(.kswapdReclaim, .v6_12) && !mayUse(.kswapdReclaim, .v6_18))
    #expect(mayUse([.high, .kswapdReclaim], .v6_18))
    #expect(!mayUse([.high, .kswapdReclaim], .v6_18, order: 0))
    #expect(!mayUse([.kernel, .high], .v6_12))
  }

  @Test(
    "A proactive run ends where the score is down at the low mark", arguments: [(512, true), (534, false)])
  func proactiveEnd(singles: Int, ends: Bool) {
    let kernel = Board.kernel(.v6_12)
    let memory = kernel.memory
    memory.addFreeBlock(at: 0x1000, order: 9, type: .movable)
    for pfn in 0..<singles { memory.addFreeBlock(at: 0x1200 + 2 * pfn, order: 0, type: .movable) }
    kernel.tunables.compactionProactiveness = 50
    kernel.control.proactive = true
    kernel.migratePfn = 0x1000
    kernel.freePfn = 0x2e00
    #expect(kernel.testFinished(memory.zones[0]) == (ends ? .success : .continue))
  }

  @Test(
    "From 6.18 on an asynchronous run for a costly order needs pages that are not CMA's",
    arguments: [(KernelVersion.v6_12, true), (.v6_18, false)])
  func suitabilityWithoutCMA(version: KernelVersion, suits: Bool) {
    let kernel = Board.kernel(version, marks: Watermarks(min: 100, low: 200, high: 300))
    let memory = kernel.memory
    for block in stride(from: 0x1000, to: 0x2000, by: 512) {
      memory.setMigratetype(.cma, ofPageblockAt: block)
    }
    for pfn in stride(from: 0x1000, to: 0x2000, by: 2) { memory.addFreeBlock(at: pfn, order: 0, type: .cma) }
    var control = CompactControl()
    control.order = 4
    control.mode = .async
    #expect(kernel.isSuitable(memory.zones[0], control) == suits)
  }

  @Test(
    "Proactive compaction works between two marks",
    arguments: [
      (10, 90, 100), (20, 80, 90), (50, 50, 60), (80, 20, 30), (90, 10, 20), (95, 5, 15), (100, 5, 15),
    ])
  func proactiveMarks(proactiveness: Int, low: Int, high: Int) {
    for version in [KernelVersion.v6_1, .v6_12] {
      let kernel = Board.kernel(version)
      kernel.tunables.compactionProactiveness = proactiveness
      #expect(kernel.proactiveMarks == (low, high))
    }
  }

  @Test(
    "From 6.18 on the marks may come down to zero",
    arguments: [(80, 20, 30), (90, 10, 15), (95, 5, 7), (96, 4, 6), (99, 1, 1), (100, 0, 0)])
  func newProactiveMarks(proactiveness: Int, low: Int, high: Int) {
    let kernel = Board.kernel(.v6_18)
    kernel.tunables.compactionProactiveness = proactiveness
    #expect(kernel.proactiveMarks == (low, high))
  }

  @Test("A fallback raises the mark by a pageblock, up to half as much again")
  func boost() {
    let kernel = Board.kernel(.v6_12, marks: Watermarks(min: 8588, low: 11638, high: 14688))
    let zone = kernel.memory.zones[0]
    let request = AllocationRequest(order: 0, gfp: .kernel, version: .v6_12)
    kernel.boostWatermark(zone, request)
    #expect(kernel.read(.zone(0, .watermarkBoost)) == 512)
    for _ in 0..<60 { kernel.boostWatermark(zone, request) }
    #expect(kernel.read(.zone(0, .watermarkBoost)) == 22032)
    kernel.tunables.watermarkBoostFactor = 0
    kernel.set(.zone(0, .watermarkBoost), 0)
    kernel.boostWatermark(zone, request)
    #expect(kernel.read(.zone(0, .watermarkBoost)) == 0)
  }

  // MARK: Checks

  struct Check: Sendable {
    var free: Int
    var order: Order
    var flags: WatermarkFlags = []
    /// Orders of the one block on a list, and its type.
    var block: Order?
    var type = Migratetype.movable
    var passes: Bool
  }

  @Test(
    "A watermark of 1000 pages lets pass what stays above it and has a block",
    arguments: [
      Check(free: 1000, order: 0, passes: false),
      Check(free: 1001, order: 0, passes: true),
      Check(free: 1007, order: 3, block: 3, passes: false),
      Check(free: 1008, order: 3, block: 3, passes: true),
      Check(free: 5000, order: 3, block: 2, passes: false),
      Check(free: 5000, order: 9, block: 9, type: .highAtomic, passes: false),
      Check(free: 600, order: 0, flags: .minReserve, passes: true),
      Check(free: 500, order: 0, flags: .minReserve, passes: false),
      Check(free: 400, order: 0, flags: [.minReserve, .nonBlock], passes: true),
      Check(free: 375, order: 0, flags: [.minReserve, .nonBlock], passes: false),
      Check(free: 501, order: 0, flags: .oom, passes: true),
      Check(free: 500, order: 0, flags: .oom, passes: false),
    ])
  func checks(check: Check) {
    let kernel = Board.kernel(.v6_12)
    let memory = kernel.memory
    if let order = check.block { memory.addFreeBlock(at: 0x1000, order: order, type: check.type) }
    memory.set(.zone(0, .freePages), to: check.free)
    #expect(
      kernel.watermarkOK(
        memory.zones[0], order: check.order, mark: 1000, highest: nil, flags: check.flags)
        == check.passes)
  }

  @Test("Compaction for order 9 needs two huge pages above the low mark", arguments: [12662, 12663])
  func suitability(free: Int) {
    let kernel = Board.kernel(.v6_12, marks: Watermarks(min: 8588, low: 11638, high: 14688))
    // Single pages, so that the index says fragmentation.
    for pfn in stride(from: 0x1000, to: 0x1200, by: 2) {
      kernel.memory.addFreeBlock(at: pfn, order: 0, type: .movable)
    }
    kernel.memory.set(.zone(0, .freePages), to: free)
    var control = CompactControl()
    control.order = 9
    #expect(kernel.isSuitable(kernel.memory.zones[0], control) == (free > 12662))
  }
}

/// A machine with one zone of 16 pageblocks, all pages free and on no list.
enum Board {
  static func kernel(
    _ version: KernelVersion, marks: Watermarks = Watermarks(min: 0, low: 0, high: 0),
    managed: Int? = nil, pageset: PagesetLayout? = nil, blocks: Int = 16
  ) -> Kernel<TraceRecorder> {
    let memory = Memory(
      layout: MachineLayout(
        scale: .kernel,
        zones: [
          ZoneLayout(
            name: .normal, ranges: [0x1000...(0x1000 + blocks * 512 - 1)], managed: managed,
            watermarks: marks, pageset: pageset)
        ]))
    return Kernel(memory: memory, version: version, recorder: TraceRecorder())
  }
}
