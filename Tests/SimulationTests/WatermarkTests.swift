import Testing

@testable import Simulation

/// Model 12.2 and 12.3.
@Suite("Watermarks and reserves")
struct WatermarkTests {
  @Test(
    "min_free_kbytes is the root of sixteen times the memory",
    arguments: zip([1, 2, 4, 8, 16, 32], [4096, 5792, 8192, 11585, 16384, 23170]))
  func minFree(gibibytes: Int, kilobytes: Int) {
    #expect(WatermarkSetup.minFreeKilobytes(lowmem: gibibytes << 18) == kilobytes)
  }

  @Test("min_free_kbytes stays between 128 and 262144")
  func minFreeLimits() {
    #expect(WatermarkSetup.minFreeKilobytes(lowmem: 1) == 128)
    #expect(WatermarkSetup.minFreeKilobytes(lowmem: 1 << 40) == 262_144)
  }

  private func marks(_ marks: Watermarks) -> [Int] { [marks.min, marks.low, marks.high, marks.promo] }

  @Test("Two zones share min_free_kbytes by their size")
  func marksByZone() {
    func of(_ managed: Int, _ kilobytes: Int, scaleFactor: Int = 10) -> [Int] {
      marks(
        Watermarks(
          managed: managed, lowmem: 4_000_000, minFreeKilobytes: kilobytes, scaleFactor: scaleFactor))
    }
    #expect(of(950_000, 16000) == [950, 1900, 2850, 3800])
    #expect(of(3_050_000, 16000) == [3050, 6100, 9150, 12200])
    let huge = WatermarkSetup.minFreeKilobytesWithHugePages(lowmem: 4_000_000, zones: 2)
    #expect(huge == 45056)
    #expect(of(950_000, huge) == [2675, 3625, 4575, 5525])
    #expect(of(3_050_000, huge) == [8588, 11638, 14688, 17738])
    #expect(of(3_050_000, huge, scaleFactor: 200) == [8588, 69588, 130_588, 191_588])
  }

  @Test("The marks are those of recorded and running kernels")
  func recordedMarks() {
    func of(_ managed: Int, _ lowmem: Int, _ kilobytes: Int) -> [Int] {
      marks(Watermarks(managed: managed, lowmem: lowmem, minFreeKilobytes: kilobytes))
    }
    #expect(of(121_633, 121_633, 22528).prefix(3) == [5632, 7040, 8448])
    #expect(of(763_220, 763_220 + 241_866, 45056).prefix(3) == [8553, 10691, 12829])
    #expect(of(241_866, 763_220 + 241_866, 45056).prefix(3) == [2710, 3387, 4064])
    #expect(of(763_220, 763_220 + 1_270_469, 45056).prefix(3) == [4227, 5283, 6339])
    #expect(of(1_270_469, 763_220 + 1_270_469, 45056).prefix(3) == [7036, 8795, 10554])
    let all = 3840 + 772_915 + 5_177_344
    #expect(of(3840, all, 67584) == [10, 13, 16, 19])
    #expect(of(772_915, all, 67584) == [2193, 2965, 3737, 4509])
    #expect(of(5_177_344, all, 67584) == [14691, 19868, 25045, 30222])
  }

  @Test("A zone keeps pages from requests that the zone above could serve")
  func reserve() {
    #expect(WatermarkSetup.lowmemReserve(against: 3_050_000, ratio: 256) == 11914)
    #expect(WatermarkSetup.lowmemReserve(against: 3_050_000, ratio: 0) == 0)
  }

  @Test("The Movable zone's min mark is a thousandth, 32 to 128 pages")
  func movableZone() {
    #expect(Watermarks(movableZoneOf: 1000).min == 32)
    #expect(Watermarks(movableZoneOf: 65536).min == 64)
    #expect(Watermarks(movableZoneOf: 1 << 22).min == 128)
  }

  @Test(
    "A per-CPU batch follows the zone's size",
    arguments: zip([3840, 65536, 131_072, 262_144, 5_000_000], [1, 15, 31, 63, 63]))
  func batch(managed: Int, batch: Int) {
    #expect(PagesetLayout(managed: managed, low: 0, cpus: 1, version: .v6_1).batch == batch)
  }

  @Test(
    "On 6.1 a set's high is the low mark's share",
    arguments: [(7040, 3520), (10691, 5345), (3387, 1693), (5283, 2641), (8795, 4397)])
  func high(low: Int, high: Int) {
    #expect(PagesetLayout(managed: 1 << 18, low: low, cpus: 2, version: .v6_1).high == high)
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
    kernel.boostWatermark(zone)
    #expect(kernel.read(.zone(0, .watermarkBoost)) == 512)
    for _ in 0..<60 { kernel.boostWatermark(zone) }
    #expect(kernel.read(.zone(0, .watermarkBoost)) == 22032)
    kernel.tunables.watermarkBoostFactor = 0
    kernel.set(.zone(0, .watermarkBoost), 0)
    kernel.boostWatermark(zone)
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
    #expect(kernel.isSuitable(kernel.memory.zones[0], order: 9) == (free > 12662))
  }
}

/// A machine with one zone of 16 pageblocks, all pages free and on no list.
enum Board {
  static func kernel(
    _ version: KernelVersion, marks: Watermarks = Watermarks(min: 0, low: 0, high: 0),
    pageset: PagesetLayout? = nil, blocks: Int = 16
  ) -> Kernel<TraceRecorder> {
    let memory = Memory(
      layout: MachineLayout(
        scale: .kernel,
        zones: [
          ZoneLayout(
            name: .normal, ranges: [0x1000...(0x1000 + blocks * 512 - 1)], watermarks: marks,
            pageset: pageset)
        ]))
    return Kernel(memory: memory, version: version, recorder: TraceRecorder())
  }
}
