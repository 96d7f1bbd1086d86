import Documents
import Scenarios
import Simulation

/// The memories that are measured.
enum Machines {
  static func library() throws -> Library { try Library(root: ContentLocator().locate()) }

  static func board(gigabytes: Int) throws -> Board {
    try library().board(named: "rock-5b-plus-\(gigabytes)g")
  }

  /// The zones of a board with movable pages at random on half of all pages, and nothing else.
  static func halfFull(gigabytes: Int) throws -> Memory {
    let memory = Memory(layout: try board(gigabytes: gigabytes).layout)
    var generator = SeededGenerator(seed: 1)
    for zone in memory.zones {
      for pageblock in stride(from: zone.start, to: zone.end, by: memory.scale.pageblockPages) {
        memory.setMigratetype(.movable, ofPageblockAt: pageblock)
      }
      for range in memory.layout.zones[zone.index].ranges {
        for pfn in range where generator.next() & 1 == 0 { memory.place(.anonymous, .lru, at: pfn) }
      }
    }
    memory.freeRemainingPages()
    return memory
  }
}
