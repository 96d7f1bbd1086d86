import Documents
import Scenarios
import Simulation

/// The memories that are measured.
enum Machines {
  static func library() throws -> ContentFolder { try ContentFolder(path: ContentLocator().locate()) }

  static func board(gigabytes: Int) throws -> Board {
    try library().board(named: "rock-5b-plus-\(gigabytes)g")
  }
}

/// The zones of a board with movable pages at random on half of all pages, and nothing else.
struct HalfFull: RunSource {
  let title = "half full at random"
  let release = KernelVersion.v6_12.release
  let layout: MachineLayout
  let landmarks: [Landmark] = []
  let trigger = Trigger.compactMemory

  init(gigabytes: Int) throws { layout = try Machines.board(gigabytes: gigabytes).layout }

  func start() -> sending (memory: Memory, run: Run) {
    let memory = Memory(layout: layout)
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
    return (memory, Run(version: kernel, trigger: trigger))
  }
}
