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
}
