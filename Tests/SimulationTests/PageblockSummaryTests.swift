import Testing

@testable import Simulation

@Suite("Pageblocks in numbers")
struct PageblockSummaryTests {
  /// 64 pages: a kernel page, a pinned one, a reserved one and ten that can move, the rest free.
  private let memory: Memory = {
    let zone = ZoneLayout(
      name: .normal, ranges: [0x1000...0x103f], watermarks: Watermarks(min: 4, low: 5, high: 6))
    let memory = Memory(layout: MachineLayout(scale: .teaching, zones: [zone]))
    memory.place(.kernel, at: 0x1000)
    memory.place(.anonymous, [.lru, .pinned], at: 0x1001)
    memory.place(.reserved, at: 0x1002)
    for pfn in 0x1005..<0x100f { memory.place(.anonymous, .lru, at: pfn) }
    memory.freeRemainingPages()
    return memory
  }()

  @Test("Pages are counted by what keeps them where they are")
  func counts() {
    let summary = PageblockSummary(of: memory, at: 0x1000)
    #expect(summary.cannotMove == 2)
    #expect(summary.canMove == 10)
    #expect(summary.reserved == 1)
    #expect(summary.free == 3)
    #expect(summary.present == 16)
    #expect(summary.largestFree == 0)
  }

  @Test("A pageblock with one page that can’t move is stuck; others can come free as a whole")
  func stuck() {
    let census = PageblockCensus(of: memory)
    #expect(census.stuckPageblocks(in: memory.zones[0], of: memory) == 1)
    let other = Memory(layout: memory.layout)
    for pfn in [0x1000, 0x1003, 0x1011] { other.place(.kernel, at: pfn) }
    for pfn in 0x1020..<0x1030 { other.place(.anonymous, .lru, at: pfn) }
    other.freeRemainingPages()
    #expect(PageblockCensus(of: other).stuckPageblocks(in: other.zones[0], of: other) == 2)
  }

  @Test("A block of the largest order fills both of its pageblocks")
  func largeBlock() {
    for start in [0x1020, 0x1030] {
      let summary = PageblockSummary(of: memory, at: start)
      #expect(summary.free == 16 && summary.present == 16)
      #expect(summary.largestFree == 5)
    }
  }

  @Test("Pageblocks that share a cell add up, and the larger free block shows")
  func adding() {
    var cell = PageblockSummary()
    for start in stride(from: 0x1000, to: 0x1040, by: 16) {
      cell.add(PageblockSummary(of: memory, at: start))
    }
    #expect(cell.present == 64)
    #expect(cell.free == 51)
    #expect(cell.largestFree == 5)
  }

  @Test("Whatever is in a memory: every page that is there is counted once, as what it is")
  func anyMemory() {
    for seed in 0..<200 {
      let memory = RandomMemory.teaching(seed: UInt64(seed))
      for zone in memory.zones {
        for start in stride(from: zone.start, to: zone.end, by: 16) {
          let summary = PageblockSummary(of: memory, at: start)
          let pages = (start..<start + 16).map { memory.frame(at: $0) }
          #expect(Int(summary.free) == pages.count { $0.kind == .free }, "seed \(seed), \(start)")
          #expect(
            Int(summary.canMove)
              == pages.count { ($0.kind.isLRU || $0.kind == .movableOps) && !$0.flags.contains(.pinned) },
            "seed \(seed), \(start)")
          #expect(summary.present == 16, "seed \(seed), \(start)")
        }
      }
    }
  }
}
