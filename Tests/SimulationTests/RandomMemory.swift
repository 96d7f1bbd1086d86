@testable import Simulation

/// A small machine filled by chance: the same seed gives the same memory.
enum RandomMemory {
  /// - Parameter perCPULists: nil for chance to decide.
  static func teaching(seed: UInt64, perCPULists: Bool? = nil) -> Memory {
    var random = SeededGenerator(seed: seed)
    let lists = perCPULists ?? Bool.random(using: &random)
    let zones = Bool.random(using: &random) ? 1 : 2
    let memory = Memory(
      layout: MachineLayout(
        scale: .teaching,
        zones: (0..<zones).map { zone in
          let start = zone == 0 ? 0x1000 : 0x1800
          let pages = 16 * Int.random(in: 4...20, using: &random)
          return ZoneLayout(
            name: zone == 0 ? .dma : .normal, ranges: [start...start + pages - 1],
            watermarks: Watermarks(min: 4, low: 5, high: 6),
            pageset: lists ? PagesetLayout(batch: 2, high: 8, highMax: 16) : nil)
        }, cpus: 2))
    let density = Double.random(in: 0.1...0.95, using: &random)
    for zone in memory.zones {
      for block in stride(from: zone.start, to: zone.end, by: 16) {
        let type: Migratetype =
          switch Int.random(in: 0..<10, using: &random) {
          case 0: .unmovable
          case 1: .reclaimable
          case 2: .cma
          default: .movable
          }
        memory.setMigratetype(type, ofPageblockAt: block)
        fill(memory, block, type, density, &random)
      }
    }
    memory.freeRemainingPages()
    return memory
  }

  private static func fill(
    _ memory: Memory, _ block: Pfn, _ type: Migratetype, _ density: Double,
    _ random: inout SeededGenerator
  ) {
    var pfn = block
    while pfn < block + 16 {
      defer { pfn += 1 }
      guard Double.random(in: 0..<1, using: &random) < density else { continue }
      if !type.isMovable {
        memory.place(.kernel, at: pfn)
        continue
      }
      switch Int.random(in: 0..<24, using: &random) {
      case 0: memory.place(.kernel, at: pfn)
      case 1: memory.place(.file, [.lru, .pinned], at: pfn)
      case 2: memory.place(.anonymous, [.lru, .pinned], at: pfn)
      case 3: memory.place(.file, [.lru, .dirty, .noMigrateCallback], at: pfn)
      case 4: memory.place(.file, [.lru, .writeback], at: pfn)
      case 5: memory.place(.anonymous, [.lru, .unevictable], at: pfn)
      case 6 where pfn % 4 == 0:
        memory.placeCompound(.anonymous, .lru, order: 2, at: pfn)
        pfn += 3
      case 7 where pfn % 16 == 0:
        memory.placeCompound(.hugetlb, order: 4, at: pfn)
        pfn += 15
      case 8: memory.place(.movableOps, at: pfn)
      case 9...15: memory.place(.file, .lru, at: pfn)
      default: memory.place(.anonymous, .lru, at: pfn)
      }
    }
  }
}

/// A run set off by chance: all versions and entry points come up.
enum RandomRun {
  static func make(seed: UInt64, on memory: Memory) -> Run {
    var random = SeededGenerator(seed: seed &* 31 &+ 7)
    // 7.2 shares its turn with 6.18, which it is like.
    let version = seed % 6 == 5 ? KernelVersion.v7_2 : KernelVersion.all[Int(seed % 3)]
    let first = memory.zones[0]
    let trigger: Trigger =
      switch seed / 3 % 7 {
      case 0: .compactMemory
      case 1: .proactive
      case 2: .hugePageFaults(HugePageRegion(faults: 6))
      case 3: .hugePagePool(pages: 6)
      case 4:
        .allocations(
          (0..<12).map { _ in
            Trigger.Allocation(
              order: Int.random(in: 0...4, using: &random),
              gfp: [
                GFPMask.kernel, .highUserMovable, [.kernel, .reclaimable], [.high, .kswapdReclaim],
                [.kernel, .noRetry], [.highUserMovable, .retryMayFail],
              ].randomElement(using: &random) ?? .kernel)
          })
      case 5: .kcompactd(order: Int.random(in: 1...4, using: &random), highestZone: .movable)
      default:
        .contiguous(
          seed % 2 == 0
            ? .range(first.start + 16..<first.start + 16 + Int.random(in: 1...40, using: &random))
            : .pages(Int.random(in: 1...40, using: &random)))
      }
    var run = Run(version: version, trigger: trigger)
    run.tunables.compactionProactiveness = 100
    run.cpu = Int.random(in: 0...1, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      run.agenda.busyLocks = Set((0..<8).map { first.start + $0 * 32 })
    }
    run.prepare(memory)
    return run
  }
}
