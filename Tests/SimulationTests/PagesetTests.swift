import Testing

@testable import Simulation

/// Model 1.5: what a CPU's set remembers of what went in and out of it.
@Suite("Per-CPU sets")
struct PagesetTests {
  private func kernel(
    _ version: KernelVersion = .v6_12, layout: PagesetLayout, count: Int, _ fields: [PagesetField: Int] = [:]
  ) -> Kernel<TraceRecorder> {
    let kernel = Board.kernel(version, pageset: layout, blocks: 40)
    let memory = kernel.memory
    for pfn in 0..<count { memory.addPerCPUBlock(at: 0x1000 + pfn, cpu: 0, index: 1, type: .movable) }
    for (field, value) in fields { memory.set(memory.pagesetRegister(zone: 0, cpu: 0, field), to: value) }
    return kernel
  }

  private func value(_ field: PagesetField, _ kernel: Kernel<TraceRecorder>) -> Int {
    kernel.memory[kernel.memory.pagesetRegister(zone: 0, cpu: 0, field)]
  }

  @Test("Huge pages lie on two lists of their own, the movable ones on the second")
  func hugePageLists() {
    let kernel = kernel(layout: PagesetLayout(batch: 63, high: 378), count: 0)
    #expect(kernel.perCPUListIndex(order: 9, type: .movable) == 13)
    #expect(kernel.perCPUListIndex(order: 9, type: .cma) == 13)
    #expect(kernel.perCPUListIndex(order: 9, type: .unmovable) == 12)
    #expect(kernel.perCPUListIndex(order: 9, type: .reclaimable) == 12)
    #expect(kernel.perCPUListIndex(order: 3, type: .reclaimable) == 11)
  }

  @Test(
    "The second small block in a row empties the set once a batch has been freed into it",
    arguments: [(61, 0), (60, 104)])
  func smallBlocks(freed: Int, left: Int) {
    let kernel = kernel(
      layout: PagesetLayout(batch: 63, high: 1000, highMax: 1000), count: 100, [.freeCount: freed])
    for block in 0..<2 { kernel.free(0x2000 + block * 2, order: 1, zone: kernel.memory.zones[0]) }
    #expect(value(.count, kernel) == left)
  }

  @Test("An overflow raises the bound to what was freed and a batch, where it is below that")
  func raising() {
    let kernel = kernel(
      layout: PagesetLayout(batch: 63, high: 50, highMax: 4000), count: 99, [.high: 100, .freeCount: 90])
    kernel.free(0x2000, order: 0, zone: kernel.memory.zones[0])
    #expect(value(.high, kernel) == 91 + 63)
    // 37 pages at most may go, as the bound was: all but a batch.
    #expect(value(.count, kernel) == 100 - 37)
  }

  @Test("While kswapd works a set is full at four batches", arguments: [(250, 251), (251, 63)])
  func reclaiming(count: Int, left: Int) {
    let kernel = kernel(
      layout: PagesetLayout(batch: 63, high: 1000, highMax: 1000), count: count, [.freeCount: 400])
    kernel.memory.set(.zone(0, .reclaimActive), to: 1)
    kernel.free(0x2000, order: 0, zone: kernel.memory.zones[0])
    #expect(value(.count, kernel) == left)
  }

  @Test(
    "A refill that its limit does not cut makes the next one twice as large", arguments: [(37, 63), (0, 63)])
  func refills(count: Int, taken: Int) {
    let kernel = kernel(layout: PagesetLayout(batch: 63, high: 100, highMax: 163), count: 0)
    let memory = kernel.memory
    for pfn in 0..<count { memory.addPerCPUBlock(at: 0x1000 + pfn, cpu: 0, index: 0, type: .unmovable) }
    for block in stride(from: 0x2000, to: 0x3000, by: 512) {
      memory.addFreeBlock(at: block, order: 9, type: .movable)
    }
    let request = AllocationRequest(order: 0, gfp: .highUserMovable, version: .v6_12)
    #expect(kernel.takeFromPerCPU(memory.zones[0], order: 0, request: request) != nil)
    #expect(value(.count, kernel) == count + taken - 1)
    #expect(value(.high, kernel) == 163)
    #expect(value(.allocFactor, kernel) == 1)
  }
}
