@testable import Simulation

/// Runs in which happens what memories by chance don't bring about: holes and reserved, locked or waiting pages,
/// others at work, a zone at its watermark, hints that are taken back, a score that is reached.
enum RareFilm {
  static let all: [@Sendable () -> Playhead] = [
    { holes() }, { rarePages() }, { isolatedElsewhere() }, { goal() }, { atWatermark() }, { restarting() },
    { besideKswapd() }, { withoutFileSystem() }, { inaccessible() }, { onlyCMA() }, { short() },
    { watermarksRaised() }, { inWindows() }, { withoutRoomElsewhere() },
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
    let memory = memory([
      0x1000...0x1005, 0x1008...0x101f, 0x1030...0x103f, 0x1050...0x105e, 0x1060...0x1065, 0x1068...0x106f,
    ]) {
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

  private static func besideKswapd() -> Playhead {
    let memory = memory([0x1000...0x13ff]) { programs(in: $0) { $0 % 2 == 0 } }
    memory.set(.zone(0, .reclaimActive), to: 1)
    return film(Run(version: .v6_12, trigger: .proactive), on: memory)
  }

  private static func withoutFileSystem() -> Playhead {
    let memory = memory([0x1000...0x10ff]) { memory in
      for pfn in memory.base..<memory.end where pfn % 2 == 0 { memory.place(.file, .lru, at: pfn) }
    }
    let request = Trigger.Allocation(order: 4, gfp: GFPMask.highUserMovable.subtracting(.fs))
    return film(Run(version: .v6_12, trigger: .allocations([request])), on: memory)
  }

  private static func inaccessible() -> Playhead {
    // The zone's first page has no buddy in it.
    let memory = memory([0x1001...0x107f]) { memory in
      memory.place(.file, [.lru, .unevictable, .inaccessible], at: 0x1004)
      programs(in: memory) { $0 % 2 == 1 }
    }
    return film(Run(version: .v6_12, trigger: .compactMemory), on: memory)
  }

  /// What is free belongs to CMA, which the kernel's own requests may not use.
  private static func onlyCMA() -> Playhead {
    let memory = memory([0x1000...0x10ff]) { memory in
      for block in stride(from: 0x1080, to: 0x1100, by: 16) {
        memory.setMigratetype(.cma, ofPageblockAt: block)
      }
      programs(in: memory) { $0 < 0x1080 ? $0 % 16 != 0 : $0 % 2 == 0 }
    }
    return film(
      Run(version: .v6_18, trigger: .allocations([Trigger.Allocation(order: 4, gfp: .kernel)])), on: memory)
  }

  private static func watermarksRaised() -> Playhead {
    let memory = memory([0x1000...0x10ff]) { programs(in: $0) { $0 % 2 == 0 } }
    var run = Run(version: .v6_12, trigger: .kcompactd(order: 2, highestZone: .normal))
    run.edits[4] = [.setWatermarks(Watermarks(min: 126, low: 127, high: 128), zone: 0)]
    return film(run, on: memory)
  }

  /// A task that won't wait takes windows of 16 pages from pageblocks of 512.
  private static func inWindows() -> Playhead {
    let zone = ZoneLayout(
      name: .normal, ranges: [0x1000...0x1fff], watermarks: Watermarks(min: 40, low: 50, high: 60))
    let memory = Memory(layout: MachineLayout(scale: .kernel, zones: [zone]))
    programs(in: memory) { $0 % 2 == 0 }
    memory.freeRemainingPages()
    return film(Run(version: .v6_12, trigger: .allocations(1, order: 4)), on: memory)
  }

  /// A range is to be emptied, and nowhere else is a page free.
  private static func withoutRoomElsewhere() -> Playhead {
    let memory = memory([0x1000...0x103f]) { memory in
      for pfn in 0x1000..<0x1020 { memory.place(.kernel, at: pfn) }
      programs(in: memory) { _ in true }
    }
    return film(Run(version: .v6_12, trigger: .contiguous(.range(0x1020..<0x1030))), on: memory)
  }

  /// Memory that is short rather than scattered.
  private static func short() -> Playhead {
    let memory = memory([0x1000...0x10ff]) { programs(in: $0) { $0 % 16 >= 8 || $0 >= 0x1050 } }
    return film(Run(version: .v6_12, trigger: .allocations(1, order: 4)), on: memory)
  }

  private static func restarting() -> Playhead {
    let memory = memory([0x1000...0x10ff]) { programs(in: $0) { $0 % 2 == 0 } }
    memory.set(.zone(0, .blockskipFlush), to: 1)
    memory.set(.zone(0, .deferShift), to: 6)
    memory.set(.zone(0, .considered), to: 63)
    return film(Run(version: .v6_12, trigger: .allocations(1, order: 4)), on: memory)
  }
}
