import Testing

@testable import Simulation

/// Model 2.3, 2.4, 2.8, 3.2, 9 and 10.5: who asks decides what is given.
@Suite("Who asks")
struct RequestFlagsTests {
  @Test(
    "A mask says where pages may come from, and who waits",
    arguments: [
      (GFPMask.highUserMovable, Migratetype.movable, ZoneName.movable, true),
      (.kernel, .unmovable, .normal, true), ([.kernel, .reclaimable], .reclaimable, .normal, true),
      (.atomic, .unmovable, .normal, false), ([.kernel, .dma32], .unmovable, .dma32, true),
      (.transparentHugeLight, .movable, .movable, false),
    ] as [(GFPMask, Migratetype, ZoneName, Bool)])
  func mask(gfp: GFPMask, type: Migratetype, zone: ZoneName, waits: Bool) {
    let request = AllocationRequest(order: 4, gfp: gfp, version: .v6_12)
    #expect(request.migratetype == type && request.highestZone == zone && gfp.mayWait == waits)
    #expect(request.mayUseCMA == (type == .movable))
  }

  @Test(
    "The kernel's names of a mask add up to it",
    arguments: [
      GFPMask.highUserMovable, .kernel, .atomic, [.kernel, .noRetry, .reclaimable], .transparentHuge,
      [.transparentHugeLight, .kswapdReclaim], [.highUserMovable, .thisNode, .retryMayFail],
    ])
  func names(gfp: GFPMask) {
    let parts = gfp.kernelNames.compactMap { GFPMask(kernelName: $0) }
    #expect(parts.count == gfp.kernelNames.count)
    #expect(parts.reduce(GFPMask()) { $0.union($1) } == gfp)
  }

  /// A zone in which only CMA has blocks of order 9.
  private func onlyCMA() -> Kernel<TraceRecorder> {
    let kernel = Board.kernel(.v6_12, marks: Watermarks(min: 10, low: 20, high: 30))
    for block in stride(from: 0x1000, to: 0x3000, by: 512) {
      if block >= 0x2000 {
        kernel.memory.setMigratetype(.cma, ofPageblockAt: block)
      } else {
        for pfn in block..<block + 512 { kernel.memory.place(.kernel, at: pfn) }
      }
    }
    kernel.memory.freeRemainingPages()
    return kernel
  }

  @Test("Where only CMA has blocks that large an atomic request fails, and one for movable pages is served")
  func atomicBesideCMA() {
    let atomic = onlyCMA()
    #expect(atomic.allocate(AllocationRequest(order: 9, gfp: .atomic, version: .v6_12), .kernel) == nil)
    #expect(
      !atomic.recorder.lines.contains { if case .tryToCompactPages = $0.tracepoint { true } else { false } })
    #expect(
      onlyCMA().allocate(AllocationRequest(order: 9, gfp: .highUserMovable, version: .v6_12), .anonymous)
        != nil)
  }

  @Test(
    "Direct reclaim counts in the highest zone that the request may use",
    arguments: [
      (GFPMask.kernel, VMStatCounter.allocstallNormal), (.highUserMovable, .allocstallMovable),
      ([.kernel, .dma32], .allocstallDMA32), ([.kernel, .dma], .allocstallDMA),
    ] as [(GFPMask, VMStatCounter)])
  func allocstall(gfp: GFPMask, counter: VMStatCounter) {
    let kernel = Board.kernel(.v6_12, blocks: 4)
    _ = kernel.reclaim(AllocationRequest(order: 1, gfp: gfp, version: .v6_12))
    let stalls: [VMStatCounter] = [.allocstallDMA, .allocstallDMA32, .allocstallNormal, .allocstallMovable]
    #expect(stalls.filter { kernel.memory[.vmstat($0)] == 1 } == [counter])
  }

  @Test(
    "What a fault may do follows the setting and the mark",
    arguments: [
      (HugePageDefrag.always, true, true, false), (.always, false, true, false), (.defer, true, false, true),
      (.defer, false, false, true), (.deferAndMadvise, true, true, false),
      (.deferAndMadvise, false, false, true),
      (.madvise, true, true, false), (.madvise, false, false, false), (.never, true, false, false),
    ])
  func defrag(setting: HugePageDefrag, isMarked: Bool, waits: Bool, wakes: Bool) {
    let gfp = setting.gfp(isMarked: isMarked)
    #expect(gfp.mayWait == waits && gfp.contains(.kswapdReclaim) == wakes)
    #expect(gfp.contains(.noRetry) == (setting == .always && !isMarked))
  }
}

/// Model 2.9, 3.3, 4.8 and 10.5.
@Suite("What happens in the background")
struct BackgroundTests {
  /// A zone at teaching scale in which every other page can move, and none is free in a row.
  private func dust() -> Memory {
    let zone = ZoneLayout(
      name: .normal, ranges: [0x1000...0x10ff], watermarks: Watermarks(min: 4, low: 5, high: 6))
    let memory = Memory(layout: MachineLayout(scale: .teaching, zones: [zone]))
    for pfn in stride(from: 0x1000, to: 0x1100, by: 2) { memory.place(.anonymous, .lru, at: pfn) }
    // Page tables need not come from pageblocks of another type.
    memory.setMigratetype(.unmovable, ofPageblockAt: 0x10f0)
    memory.freeRemainingPages()
    return memory
  }

  private func fault(_ defrag: HugePageDefrag, isMarked: Bool, _ memory: Memory) -> [TraceRecorder.Line] {
    var region = HugePageRegion(faults: 1)
    region.defrag = defrag
    region.isMarked = isMarked
    let run = Run(version: .v6_12, trigger: .hugePageFaults(region))
    run.prepare(memory)
    return run.trace(on: memory)
  }

  @Test(
    "A fault that may not wait wakes kcompactd under defer, and where it is not marked under defer+madvise",
    arguments: [
      (HugePageDefrag.defer, true, 1), (.defer, false, 1), (.deferAndMadvise, false, 1),
      (.deferAndMadvise, true, 0), (.madvise, false, 0), (.never, false, 0),
    ])
  func wakes(defrag: HugePageDefrag, isMarked: Bool, wakes: Int) {
    let memory = dust()
    let lines = fault(defrag, isMarked: isMarked, memory)
    #expect(memory[.vmstat(.compactDaemonWake)] == wakes)
    #expect(lines.contains { $0.task == .kcompactd } == (wakes > 0))
    #expect((memory[.vmstat(.compactStall)] > 0) == (defrag == .deferAndMadvise && isMarked))
  }

  @Test("A fault whose zone is put off wakes nobody, and counts as an attempt")
  func deferred() {
    let memory = dust()
    memory.set(.zone(0, .deferShift), to: 2)
    let lines = fault(.defer, isMarked: false, memory)
    #expect(memory[.vmstat(.compactDaemonWake)] == 0)
    #expect(!lines.contains { $0.task == .kcompactd })
    #expect(memory[.zone(0, .considered)] == 1)
  }

  @Test("A boost is taken back when the request that raised it is done, and the next one page is served")
  func boost() {
    let zone = ZoneLayout(
      name: .normal, ranges: [0x1000...0x10ff], watermarks: Watermarks(min: 4, low: 5, high: 6))
    let memory = Memory(layout: MachineLayout(scale: .teaching, zones: [zone]))
    for pfn in 0x1000..<0x10f4 { memory.place(.anonymous, .lru, at: pfn) }
    memory.freeRemainingPages()
    let run = Run(version: .v6_12, trigger: .allocations(2, order: 0, gfp: .kernel))
    run.prepare(memory)
    let recording = run.record(on: memory)
    let rules = recording.chunks.flatMap(\.changes).map(\.rule)
    #expect(rules.contains(.clearsBoost) && rules.count { $0 == .requestServed } == 2)
    #expect(memory[.zone(0, .watermarkBoost)] == 0)
  }

  @Test("A boost of a request that may not wake kswapd stays")
  func boostStays() {
    let memory = dust()
    for block in stride(from: 0x1000, to: 0x1100, by: 16) {
      memory.setMigratetype(.unmovable, ofPageblockAt: block)
    }
    let run = Run(version: .v6_12, trigger: .allocations(1, order: 0, gfp: [.io, .fs, .reclaimable]))
    run.prepare(memory)
    _ = run.trace(on: memory)
    #expect(memory[.zone(0, .watermarkBoost)] > 0)
  }
}
