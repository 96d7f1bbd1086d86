import Testing

@testable import Simulation

/// Model 12.2: how many pages a CPU's set gives back when it is too full, and after how many frees.
@Suite("Overflow of the per-CPU lists")
struct PerCPUOverflowTests {
  struct Portion: Equatable {
    var pages: Int
    var after: Int
  }

  /// Frees pages, one at a time, into a set that holds `count`.
  private func portions(
    _ version: KernelVersion, batch: Int = 63, high: Int, highMax: Int? = nil, count: Int,
    freeFactor: Int = 0, frees: Int
  ) -> [Portion] {
    let kernel = Board.kernel(
      version, pageset: PagesetLayout(batch: batch, high: high, highMax: highMax), blocks: 40)
    let memory = kernel.memory
    let zone = memory.zones[0]
    for pfn in 0..<count { memory.addPerCPUBlock(at: 0x1000 + pfn, cpu: 0, index: 1, type: .movable) }
    let register = memory.pagesetRegister(zone: 0, cpu: 0, .count)
    memory.set(memory.pagesetRegister(zone: 0, cpu: 0, .freeFactor), to: freeFactor)
    var portions: [Portion] = []
    for free in 1...frees {
      let before = memory[register]
      kernel.free(0x1000 + count + free, order: 0, zone: zone)
      let drained = before + 1 - memory[register]
      if drained > 0 { portions.append(Portion(pages: drained, after: free)) }
    }
    return portions
  }

  private func expect(_ portions: [Portion], _ expected: [(Int, Int)]) {
    #expect(portions == expected.map { Portion(pages: $0.0, after: $0.1) })
  }

  @Test("On 6.1 portions double up to 32 batches")
  func doubling() {
    expect(
      portions(.v6_1, high: 3520, count: 1555, frees: 8000),
      [
        (63, 1965), (126, 2028), (252, 2154), (504, 2406), (1008, 2910), (2016, 3918), (2016, 5934),
        (2016, 7950),
      ])
    expect(
      portions(.v6_1, high: 3520, count: 1656, frees: 6000),
      [(63, 1864), (126, 1927), (252, 2053), (504, 2305), (1008, 2809), (2016, 3817), (2016, 5833)])
  }

  @Test("A batch of 31 doubles to 992")
  func smallBatch() {
    expect(
      portions(.v6_1, batch: 31, high: 3520, count: 2548, frees: 3000),
      [(31, 972), (62, 1003), (124, 1065), (248, 1189), (496, 1437), (992, 1933), (992, 2925)])
  }

  @Test("A set that has only been freed into starts with the largest portion")
  func grownFactor() {
    expect(
      portions(.v6_1, high: 2641, count: 880, freeFactor: 5, frees: 6000),
      [(2016, 1761), (2016, 3777), (2016, 5793)].map { ($0.0, $0.1) })
  }

  @Test("On 6.12 portions are the pages freed since the last allocation")
  func freeCount() {
    expect(
      portions(.v6_12, high: 4974, highMax: 4974, count: 4972, frees: 4100),
      [(63, 2), (65, 65), (130, 130), (260, 260), (520, 520), (1040, 1040), (2016, 2080), (2016, 4096)])
  }

  /// Whether a free of order 2 behind another one drains, when so many pages have been freed into the set.
  private func drains(_ version: KernelVersion, freeCount: Int) -> Bool {
    let kernel = Board.kernel(version, pageset: PagesetLayout(batch: 63, high: 3520), blocks: 40)
    let memory = kernel.memory
    for pfn in 0..<500 { memory.addPerCPUBlock(at: 0x1000 + pfn, cpu: 0, index: 1, type: .movable) }
    let set = Pageset(kernel, memory.zones[0], 0)
    set[.freeCount] = freeCount
    set[.flags] = 1
    kernel.free(0x2000, order: 2, zone: memory.zones[0])
    return set.count == 0
  }

  @Test(
    "A second free of orders 1 to 3 drains once a batch is freed, from 6.18 on half the minimum more",
    arguments: [(KernelVersion.v6_12, 63), (.v6_18, 1823), (.v7_2, 1823)])
  func smallBlocks(version: KernelVersion, freed: Int) {
    #expect(!drains(version, freeCount: freed - 1))
    #expect(drains(version, freeCount: freed))
  }
}
