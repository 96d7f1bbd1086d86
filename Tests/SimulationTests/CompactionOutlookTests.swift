import Testing

@testable import Simulation

/// Model 8.1 and 4.8: what is weighed before a zone is compacted.
@Suite("Whether a zone would be compacted")
struct CompactionOutlookTests {
  private let marks = Watermarks(min: 100, low: 200, high: 300)

  /// A zone of 2048 pages in which every `stride`-th page is free, and the rest can move.
  private func memory(freeEvery stride: Int?) -> Memory {
    let memory = Board.kernel(.v6_12, marks: marks, blocks: 4).memory
    for pfn in memory.zones[0].start..<memory.zones[0].end where stride.map({ pfn % $0 != 0 }) ?? true {
      memory.place(.anonymous, .lru, at: pfn)
    }
    memory.freeRemainingPages()
    return memory
  }

  private func outlook(_ memory: Memory, order: Order) -> CompactionOutlook {
    memory.outlook(zone: 0, order: order, version: .v6_12)
  }

  @Test("It runs where enough pages are free, and scattered")
  func runs() throws {
    let memory = memory(freeEvery: 2)
    let wide = outlook(memory, order: 4)
    #expect(wide.answer == .runs && wide.mark == 200 && wide.gap == 32)
    #expect(try #require(wide.fragmentationIndex) > wide.threshold)
    let small = outlook(memory, order: 2)
    #expect(small.answer == .runs && small.mark == 100 && small.gap == 8)
    #expect(small.fragmentationIndex == nil, "small orders are not judged by it")
  }

  @Test("It does not where pages are short, where a block is free, or after failures")
  func doesNot() {
    #expect(outlook(memory(freeEvery: nil), order: 4).answer == .tooFewPages)
    let empty = Board.kernel(.v6_12, marks: marks, blocks: 4).memory
    empty.freeRemainingPages()
    #expect(outlook(empty, order: 4).answer == .notNeeded)
    let scattered = memory(freeEvery: 2)
    scattered.set(.zone(0, .orderFailed), to: 4)
    scattered.set(.zone(0, .deferShift), to: 2)
    #expect(outlook(scattered, order: 4).answer == .deferred)
    #expect(outlook(scattered, order: 3).answer == .runs, "smaller orders have not failed")
    #expect(scattered[.zone(0, .considered)] == 0, "looking counts no attempt")
  }

  @Test("For a task that may not wait nothing is compacted, however scattered the zone is")
  func mayNotWait() {
    func answer(_ memory: Memory) -> CompactionOutlook.Answer {
      memory.outlook(zone: 0, order: 4, version: .v6_12, gfp: .atomic).answer
    }
    #expect(answer(memory(freeEvery: 2)) == .mayNotWait)
    let empty = Board.kernel(.v6_12, marks: marks, blocks: 4).memory
    empty.freeRemainingPages()
    #expect(answer(empty) == .notNeeded)
  }

  @Test("Memory that is short but not scattered is not compacted")
  func notFragmented() {
    // 240 free pages in blocks of 8: above low and gap, yet fewer requests could be met than are missing.
    let memory = memory(freeEvery: nil)
    for pfn in stride(from: memory.zones[0].start, to: memory.zones[0].start + 480, by: 16) {
      for page in pfn..<pfn + 8 { memory.place(.free, at: page) }
    }
    memory.freeRemainingPages()
    let outlook = outlook(memory, order: 4)
    #expect(outlook.answer == .notFragmented)
  }

  @Test("A scattered node above its mark is compacted in advance, and down to the low mark of its kernel")
  func proactive() {
    let scattered = memory(freeEvery: 2)
    // One zone has present/(present + 1) of its own score.
    let outlook = scattered.proactiveOutlook(zone: 0, version: .v6_12)
    #expect(outlook == ProactiveOutlook(nodeScore: 99, zoneScore: 100, low: 80, high: 90))
    #expect(outlook.begins && outlook.goesOn)
    let empty = Board.kernel(.v6_12, marks: marks, blocks: 4).memory
    empty.freeRemainingPages()
    let whole = empty.proactiveOutlook(zone: 0, version: .v6_12)
    #expect(whole.zoneScore == 0 && !whole.begins && !whole.goesOn)
    empty.set(.kernel(.compactionProactiveness), to: 100)
    #expect(empty.proactiveOutlook(zone: 0, version: .v6_12).low == 5)
    #expect(empty.proactiveOutlook(zone: 0, version: .v6_18).low == 0)
  }
}
