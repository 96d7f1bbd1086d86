@testable import Simulation

/// Runs in which happens what memories by chance don't bring about: holes and reserved, locked or waiting pages,
/// others at work, a zone at its watermark, hints that are taken back, a score that is reached.
enum RareFilm {
  static let all: [@Sendable () -> Playhead] = [
    { holes() }, { rarePages() }, { isolatedElsewhere() }, { goal() }, { atWatermark() }, { restarting() },
  ]

  private static func memory(
    _ ranges: [ClosedRange<Pfn>], _ marks: Watermarks = Watermarks(min: 4, low: 5, high: 6),
    fill: (Memory) -> Void
  ) -> Memory {
    let zone = ZoneLayout(name: .normal, ranges: ranges, watermarks: marks)
    let memory = Memory(layout: MachineLayout(scale: .teaching, zones: [zone]))
    fill(memory)
    memory.freeRemainingPages()
    return memory
  }

  /// Every page that `isUsed` says holds a program's memory.
  private static func programs(in memory: Memory, where isUsed: (Pfn) -> Bool) {
    for pfn in memory.base..<memory.end where memory.frame(at: pfn).kind == .free && isUsed(pfn) {
      memory.place(.anonymous, .lru, at: pfn)
    }
  }

  private static func film(_ run: Run, on memory: Memory) -> Playhead {
    run.prepare(memory)
    return Playhead(memory: memory, recording: run.record(on: Memory(copying: memory)))
  }

  private static func holes() -> Playhead {
    let memory = memory([0x1000...0x1005, 0x1008...0x101f, 0x1030...0x103f, 0x1050...0x106f]) {
      programs(in: $0) { $0 % 2 == 0 }
    }
    return film(Run(version: .v6_12, trigger: .compactMemory), on: memory)
  }

  private static func rarePages() -> Playhead {
    let memory = memory([0x1000...0x107f]) { memory in
      memory.place(.reserved, at: 0x1000)
      memory.placeCompound(.hugetlb, order: 3, at: 0x1008)
      memory.place(.anonymous, .inBatch, at: 0x1010)
      memory.place(.anonymous, [.lru, .unevictable], at: 0x1011)
      programs(in: memory) { (0x1012..<0x1018).contains($0) }
    }
    var run = Run(version: .v6_12, trigger: .compactMemory)
    run.tunables.compactUnevictableAllowed = false
    return film(run, on: memory)
  }

  private static func isolatedElsewhere() -> Playhead {
    var run = Run(version: .v6_12, trigger: .compactMemory)
    run.isolatedElsewhere = 1000
    return film(run, on: memory([0x1000...0x107f]) { programs(in: $0) { $0 % 2 == 0 } })
  }

  private static func goal() -> Playhead {
    film(
      Run(version: .v6_12, trigger: .proactive),
      on: memory([0x1000...0x13ff]) { programs(in: $0) { $0 % 2 == 0 } })
  }

  private static func atWatermark() -> Playhead {
    film(
      Run(version: .v6_12, trigger: .compactMemory),
      on: memory([0x1000...0x107f], Watermarks(min: 60, low: 61, high: 62)) {
        programs(in: $0) { $0 % 2 == 0 }
      })
  }

  private static func restarting() -> Playhead {
    let memory = memory([0x1000...0x10ff]) { programs(in: $0) { $0 % 2 == 0 } }
    memory.set(.zone(0, .blockskipFlush), to: 1)
    memory.set(.zone(0, .deferShift), to: 6)
    memory.set(.zone(0, .considered), to: 63)
    return film(Run(version: .v6_12, trigger: .allocations(1, order: 4)), on: memory)
  }
}
