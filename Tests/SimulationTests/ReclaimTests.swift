import Testing

@testable import Simulation

/// Model 3.2 b and 8.5.
@Suite("Direct reclaim")
struct ReclaimTests {
  @Test("Only clean pages of files that nobody holds and that may leave are reclaimed")
  func whatGoes() {
    let kernel = Board.kernel(.v6_12)
    let memory = kernel.memory
    for pfn in 0x1000..<0x3000 { memory.place(.kernel, at: pfn) }
    let held: [PageFlags] = [
      [.lru, .dirty], [.lru, .writeback], [.lru, .unevictable], [.lru, .pinned], [],
    ]
    for (offset, flags) in held.enumerated() { memory.place(.file, flags, at: 0x1000 + offset) }
    memory.place(.anonymous, .lru, at: 0x1010)
    memory.place(.shmem, .lru, at: 0x1011)
    for pfn in 0x1100..<0x1103 { memory.place(.file, .lru, at: pfn) }
    let request = AllocationRequest(order: 0, gfp: .kernel, version: .v6_12)
    #expect(kernel.reclaimablePages(memory.zones[0]) == 3)
    #expect(kernel.reclaim(request) == 3)
    #expect(!kernel.hasReclaimablePages(memory.zones[0]))
    #expect(held.indices.allSatisfy { memory.frame(at: 0x1000 + $0).kind == .file })
    #expect((0x1100..<0x1103).allSatisfy { memory.freeBlock(holding: $0) != nil })
    #expect(memory[.vmstat(.pgfree)] == 3)
  }

  @Test(
    "For a costly request nothing is reclaimed where twice its pages are free above the high mark",
    arguments: [(1000 + 1024, 512), (1000 + 1024 + 1, 1)])
  func costly(free: Int, reclaimed: Int) {
    let kernel = Board.kernel(.v6_12, marks: Watermarks(min: 900, low: 950, high: 1000), blocks: 40)
    let memory = kernel.memory
    for pfn in 0x1000..<0x1000 + 40 * 512 { memory.place(.kernel, at: pfn) }
    // Single pages, none beside its buddy.
    for index in 0..<free { memory.addFreeBlock(at: 0x1000 + 2 * index, order: 0, type: .movable) }
    for index in 0..<600 { memory.place(.file, .lru, at: 0x1001 + 2 * index) }
    let request = AllocationRequest(order: 9, gfp: .highUserMovable, version: .v6_12)
    #expect(kernel.reclaim(request) == reclaimed)
  }

  @Test("Below that a request makes room at once", arguments: [(3, 32), (4, 1)])
  func notCostly(order: Order, reclaimed: Int) {
    let kernel = Board.kernel(.v6_12, marks: Watermarks(min: 900, low: 950, high: 1000), blocks: 40)
    let memory = kernel.memory
    for pfn in 0x1000..<0x1000 + 40 * 512 { memory.place(.kernel, at: pfn) }
    for index in 0..<2000 { memory.addFreeBlock(at: 0x1000 + 2 * index, order: 0, type: .movable) }
    for index in 0..<600 { memory.place(.file, .lru, at: 0x1001 + 2 * index) }
    let request = AllocationRequest(order: order, gfp: .highUserMovable, version: .v6_12)
    #expect(kernel.reclaim(request) == reclaimed)
  }
}
