import Testing

@testable import Simulation

@Suite("kswapd")
struct KswapdTests {
  /// Whether kswapd is at work after a request that no free list serves, in a zone full of pages of a kind.
  private func isAtWork(kind: PageKind, gfp: GFPMask) -> Bool {
    let kernel = Board.kernel(.v6_12, blocks: 4)
    let memory = kernel.memory
    for pfn in memory.zones[0].start..<memory.zones[0].end { memory.place(kind, .lru, at: pfn) }
    let request = AllocationRequest(order: 4, gfp: gfp, version: .v6_12)
    _ = kernel.allocate(request, .anonymous)
    return memory[.zone(0, .reclaimActive)] != 0
  }

  /// In four recordings of nr_hugepages without page cache `pageoutrun` rises by 16, the number of rounds
  /// after which kswapd gives a node up, and `pgscan_kswapd` not at all.
  @Test("It is woken by a request that may wake it, and stays at work only where pages can be reclaimed")
  func staysAtWork() {
    #expect(isAtWork(kind: .file, gfp: [.high, .kswapdReclaim]))
    #expect(!isAtWork(kind: .anonymous, gfp: [.high, .kswapdReclaim]))
    #expect(!isAtWork(kind: .file, gfp: .high))
  }
}
