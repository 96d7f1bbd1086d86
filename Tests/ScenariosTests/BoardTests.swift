import Documents
import Scenarios
import Simulation
import Surroundings
import Testing

/// The content of this repository.
let library = ContentFolder(path: Repository.root)

@Suite("Boards")
struct BoardTests {
  @Test("Every board of the ROCK 5B+ is there, smallest first")
  func names() {
    #expect(
      library.boardNames == [
        "rock-5b-plus-4g", "rock-5b-plus-8g", "rock-5b-plus-16g", "rock-5b-plus-24g", "rock-5b-plus-32g",
      ])
  }

  @Test(
    "Each board has its present and managed pages, and only the 24 GB one is inferred",
    arguments: [
      ("rock-5b-plus-4g", 65_536, 954_976, 48_800), ("rock-5b-plus-8g", 1_114_112, 959_006, 1_073_373),
      ("rock-5b-plus-16g", 3_209_728, 959_006, 3_122_817),
      ("rock-5b-plus-24g", 5_241_344, 959_006, 5_120_000),
      ("rock-5b-plus-32g", 7_338_496, 959_006, 7_170_816),
    ])
  func figures(name: String, normal: Int, managedDMA: Int, managedNormal: Int) throws {
    let board = try library.board(named: name)
    let zones = board.layout.zones
    #expect(zones.map(\.name) == [.dma, .normal])
    #expect(zones.map(\.present) == [982_528, normal])
    #expect(zones.map(\.managed) == [managedDMA, managedNormal])
    #expect(zones[0].spanned == 1_048_064)
    #expect(zones[0].lowmemReserve == [.normal: managedNormal / 256])
    #expect(board.isInferred == (name == "rock-5b-plus-24g"))
    let reserved = board.landmarks.filter { $0.kind == .reserved }.reduce(0) { $0 + $1.range.count }
    #expect(reserved == zones.reduce(0) { $0 + $1.present - $1.managed })
    #expect(board.landmarks.first { $0.kind == .cma }?.range == 0x10000...0x1ffff)
    for hole in board.landmarks where hole.kind == .hole {
      #expect(!zones.contains { $0.ranges.contains { $0.overlaps(hole.range) } })
    }
  }

  @Test("The 8 GB board has the watermarks and per-CPU lists that were seen")
  func watermarks() throws {
    let zones = try library.board(named: "rock-5b-plus-8g").layout.zones
    #expect(zones[0].watermarks == Watermarks(min: 1932, low: 2891, high: 3850))
    #expect(zones[1].watermarks == Watermarks(min: 2163, low: 3236, high: 4309))
    #expect(zones[0].pageset?.batch == 63)
    #expect(zones[0].pageset?.high == 361)
  }

  @Test("Free blocks of the largest order lie in long runs, as on a board that boots and runs")
  func largestBlocksLieTogether() throws {
    let memory = try library.board(named: "rock-5b-plus-8g").start().memory
    let blocks = Set(memory.freeList(zone: 0, order: 10, type: .movable))
    let alone = blocks.count { !blocks.contains($0 - 1024) && !blocks.contains($0 + 1024) }
    #expect(blocks.count > 300)
    #expect(alone < blocks.count / 10)
  }

  @Test("The aged 8 GB board has the free blocks, types and users of memory that were counted")
  func aged() throws {
    let memory = try library.board(named: "rock-5b-plus-8g").start().memory
    let seen = [
      [2, 8, 196, 197, 156, 96, 53, 32, 11, 4, 465], [8, 2, 12, 95, 24, 3, 3, 64, 0, 0, 0],
    ]
    for zone in 0...1 {
      for order in 0...10 {
        let count = memory.freeBlocks(zone: zone, order: order)
        #expect(
          abs(count - seen[zone][order]) <= max(3, seen[zone][order] / 10), "zone \(zone) order \(order)")
      }
    }
    #expect(
      pageblocks(of: memory, zone: 0) == [.unmovable: 108, .movable: 1571, .reclaimable: 112, .cma: 128])
    #expect(pageblocks(of: memory, zone: 1) == [.unmovable: 151, .movable: 1933, .reclaimable: 92])
    #expect(memory[.zone(0, .freeCMA)] == 62_670)

    let census = memory.census
    func share(_ kind: PageKind) -> Double { Double(census[kind] ?? 0) / 1_526_237 }
    #expect(abs(share(.anonymous) - 336_227.0 / 1_417_982) < 0.02)
    #expect(abs(share(.file) - 861_051.0 / 1_417_982) < 0.02)
    #expect(abs(share(.shmem) - 24_869.0 / 1_417_982) < 0.005)
    #expect(abs(share(.slab) - 140_515.0 / 1_417_982) < 0.01)
    #expect(abs(share(.pageTable) - 5_061.0 / 1_417_982) < 0.002)
    #expect(census[.reserved] == 23_522 + 40_739)
    try memory.checkInvariants()
  }

  @Test("A board comes out the same each time")
  func determinism() throws {
    let board = try library.board(named: "rock-5b-plus-4g")
    #expect(board.start().memory.digest == board.start().memory.digest)
  }

  @Test(
    "A board’s free memory scales with its zones and is sound",
    arguments: ["rock-5b-plus-4g", "rock-5b-plus-16g"])
  func scaled(name: String) throws {
    let memory = try library.board(named: name).start().memory
    try memory.checkInvariants()
    let normal = memory.zones[1]
    let share = Double(memory[.zone(1, .freePages)]) / Double(normal.layout.managed)
    #expect(abs(share - 9684.0 / 1_073_373) < 0.001)
  }

  func pageblocks(of memory: Memory, zone: Int) -> [Migratetype: Int] {
    var counts: [Migratetype: Int] = [:]
    for range in memory.zones[zone].layout.ranges {
      for pfn in stride(from: range.lowerBound, through: range.upperBound, by: 512) {
        counts[memory.migratetype(ofPageblockAt: pfn), default: 0] += 1
      }
    }
    return counts
  }
}
