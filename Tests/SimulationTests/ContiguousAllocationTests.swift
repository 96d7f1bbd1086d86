import Testing

@testable import Simulation

@Suite("Contiguous allocation")
struct ContiguousAllocationTests {
  @Test("A page that can't be moved is tried five times, and each time up to a cluster with it")
  func pinned() {
    let kernel = Board.kernel(.v6_12)
    let memory = kernel.memory
    for pfn in 0x1000..<0x10c8 { memory.place(.file, pfn == 0x1000 ? [.lru, .pinned] : .lru, at: pfn) }
    memory.freeRemainingPages()
    #expect(!kernel.allocateContiguous(0x1000..<0x10c8))
    #expect(memory[.vmstat(.pgmigrateFail)] == 5)
    #expect(memory[.vmstat(.pgmigrateSuccess)] == 5 * 31)
  }

  @Test("A range in the middle of free blocks is taken without its neighbours")
  func middle() throws {
    let kernel = Board.kernel(.v6_12)
    let memory = kernel.memory
    for pfn in stride(from: 0x1000, to: 0x1400, by: 3) { memory.place(.anonymous, .lru, at: pfn) }
    memory.freeRemainingPages()
    #expect(kernel.allocateContiguous(0x1005..<0x1145))
    try memory.checkInvariants()
    let taken = (0x1000..<0x3000).filter { memory.frame(at: $0).kind == .kernel }
    #expect(taken == Array(0x1005..<0x1145))
  }

  private func outcomes(_ kernel: Kernel<TraceRecorder>) -> [ContiguousOutcome] {
    kernel.recorder.lines.compactMap {
      if case .testPagesIsolated(let outcome) = $0.tracepoint { outcome } else { nil }
    }
  }

  /// Two pageblocks of CMA from 0x1400 on, each page a page of a file.
  private func borrowedArea() -> Kernel<TraceRecorder> {
    let kernel = Board.kernel(.v6_12)
    for block in [0x1400, 0x1600] { kernel.memory.setMigratetype(.cma, ofPageblockAt: block) }
    for pfn in 0x1400..<0x1800 { kernel.memory.place(.file, .lru, at: pfn) }
    return kernel
  }

  @Test("A busy range names each page that could not be had, and why, and no page that could move")
  func busyPages() {
    let kernel = borrowedArea()
    let memory = kernel.memory
    memory.place(.file, [.lru, .pinned], at: 0x1410)
    memory.place(.kernel, at: 0x1420)
    memory.place(.pageTable, at: 0x1421)
    memory.freeRemainingPages()
    #expect(!kernel.allocateContiguous(0x1400..<0x1440))
    #expect(
      outcomes(kernel) == [
        ContiguousOutcome(
          start: 0x1400, end: 0x1440, isGiven: false,
          busy: [
            .init(pfn: 0x1410, why: .pinned), .init(pfn: 0x1420, why: .kernel),
            .init(pfn: 0x1421, why: .pageTable),
          ])
      ])
    #expect(memory.migratetype(ofPageblockAt: 0x1400) == .cma)
  }

  @Test("A page that could move is busy where no free page is left for it")
  func noRoom() {
    let kernel = Board.kernel(.v6_12, blocks: 2)
    for pfn in 0x1000..<0x1400 { kernel.memory.place(.file, .lru, at: pfn) }
    #expect(!kernel.allocateContiguous(0x1000..<0x1002))
    #expect(
      outcomes(kernel).first?.busy == [.init(pfn: 0x1000, why: .noRoom), .init(pfn: 0x1001, why: .noRoom)])
  }

  @Test("A driver is given the lowest range of a CMA area that fits, and behind a busy one the next aligned")
  func fromCMA() throws {
    let kernel = borrowedArea()
    let memory = kernel.memory
    memory.place(.file, [.lru, .pinned], at: 0x1430)
    memory.freeRemainingPages()
    #expect(kernel.allocateFromCMA(60))
    #expect(outcomes(kernel).map(\.start) == [0x1400, 0x1440])
    #expect(outcomes(kernel).map(\.isGiven) == [false, true])
    #expect((0x1440..<0x147c).allSatisfy { memory.frame(at: $0).kind == .kernel })
    // What is given away is not asked for again.
    #expect(kernel.allocateFromCMA(256))
    #expect(outcomes(kernel).last?.start == 0x1500)
    try memory.checkInvariants()
  }

  @Test("More pages than a CMA area has are not looked for at all")
  func tooMany() {
    let kernel = borrowedArea()
    kernel.memory.freeRemainingPages()
    #expect(kernel.memory.contiguousAreas == [0x1400..<0x1800])
    #expect(!kernel.allocateFromCMA(1025))
    #expect(outcomes(kernel).isEmpty)
    let run = Run(version: .v6_12, trigger: .contiguous(.pages(1025)))
    let rules = run.record(on: kernel.memory).chunks.flatMap(\.changes).map(\.rule)
    #expect(rules.filter { $0 != .none } == [.noRangeFits])
  }
}
