import Testing

@testable import Simulation

/// Model 3.2 and 14.4.
@Suite("The slow path")
struct SlowPathTests {
  /// A zone where compaction succeeds at once, as a block is free, and yet a request that may not use CMA gets
  /// no page: what lies above the marks is CMA's, and so is all that reclaim brings.
  private func kernel(
    min: Int = 3000, low: Int = 3000, blocks: Int = 40, filePages: Int = 1200
  ) -> Kernel<TraceRecorder> {
    let marks = Watermarks(min: min, low: low, high: low)
    let kernel = Board.kernel(.v6_12, marks: marks, blocks: blocks)
    let memory = kernel.memory
    let zone = memory.zones[0]
    let area = zone.start + 16 * 512
    for block in stride(from: area, to: zone.end, by: 512) {
      memory.setMigratetype(.cma, ofPageblockAt: block)
    }
    for pfn in zone.start + 16..<area { memory.place(.kernel, at: pfn) }
    for pfn in area..<area + filePages { memory.place(.file, .lru, at: pfn) }
    memory.freeRemainingPages()
    return kernel
  }

  @Test(
    "Only the last attempt looks at every pageblock of the whole zone",
    arguments: [CompactPriority.syncFull, .syncLight, .async])
  func lastAttempt(priority: CompactPriority) {
    let kernel = Board.kernel(.v6_12)
    let request = AllocationRequest(order: 9, gfp: .highUserMovable, version: .v6_12)
    let control = kernel.directControl(request, priority, kernel.memory.zones[0])
    let isLast = priority == .syncFull
    #expect(control.ignoresSkipHint == isLast)
    #expect(control.ignoresBlockSuitability == isLast)
    #expect(control.wholeZone == isLast)
  }

  @Test(
    "Compaction that succeeds without a page is tried so often at each strength, the first time in passing",
    arguments: [(4, 1 + 5), (3, 1 + 17 + 17)])
  func retries(order: Order, tries: Int) {
    let kernel = kernel()
    let request = AllocationRequest(order: order, gfp: [.kernel, .retryMayFail], version: .v6_12)
    #expect(kernel.allocate(request, .anonymous) == nil)
    #expect(kernel.memory[.vmstat(.compactStall)] == tries)
    #expect(kernel.memory[.vmstat(.compactFail)] == tries)
  }

  @Test("A costly request that is not to be tried again is given up after the first try")
  func costly() {
    let kernel = kernel()
    #expect(kernel.allocate(AllocationRequest(order: 4, gfp: .kernel, version: .v6_12), .kernel) == nil)
    #expect(kernel.memory[.vmstat(.compactStall)] == 2)
  }

  @Test("While reclaim alone could help a costly request, sixteen rounds do not count as tries")
  func fruitless() {
    let kernel = kernel(min: 1000, low: 1000, filePages: 2000)
    let request = AllocationRequest(order: 4, gfp: [.kernel, .retryMayFail], version: .v6_12)
    #expect(kernel.allocate(request, .anonymous) == nil)
    #expect(kernel.memory[.vmstat(.compactStall)] == 1 + 16 + 5)
  }

  @Test("Where not even reclaim would make compaction worth it, a request is given up at once")
  func unsuitable() {
    let kernel = kernel(min: 1000, low: 3000, blocks: 21, filePages: 400)
    let request = AllocationRequest(order: 4, gfp: [.kernel, .retryMayFail], version: .v6_12)
    #expect(kernel.allocate(request, .anonymous) == nil)
    #expect(kernel.memory[.vmstat(.compactStall)] == 0)
    #expect(kernel.memory[.vmstat(.allocstallNormal)] == 1)
  }
}
