import Simulation

@testable import Stage

extension Samples {
  /// A scene in which everything is asked for that can stand in a window at once.
  static func crowded(_ scene: Scene, prompt: Bool = true) -> Scene {
    var scene = scene
    scene.message = "Saved as it is shown: /data/somebody/Pictures/compaction-lab-0001.png"
    if prompt {
      scene.prompt = Prompt(label: "Go to", text: "0x1001a3", hint: "a step, or 0x… for a pfn or an address")
    }
    scene.inspector = inspector
    scene.ring = .inspector
    scene.pointedAt = .freeBlocks
    scene.control = [
      ControlFact(name: "mode, order", value: "sync, −1"), ControlFact(name: "migratetype", value: "Movable"),
      ControlFact(name: "cached migrate", value: "0x1000a0, 0x1000a0"),
      ControlFact(name: "put off", value: "3 of 64 at order 9"),
    ]
    scene.machine = MachineBlocks(
      zones: [
        MachineBlocks.Zone(name: "DMA", counts: [2, 8, 196, 197, 156, 96, 53, 32, 11, 4, 465]),
        MachineBlocks.Zone(name: "Normal", counts: [2901, 8, 196, 1971, 156, 96, 53, 32, 11, 4, 4650]),
      ])
    scene.perCPU = (0..<4).map { PerCPUPages(cpu: $0, count: 3, high: 8, batch: 2, change: $0 == 1 ? 1 : 0) }
    scene.timeline?.bookmarks = [12, 425]
    switch scene.map {
    case .pages(var map):
      map.inspector = firstPfn + 103
      map.subject = firstPfn + 103
      map.mark = StepMark(label: "merged: 2", voice: .migrateScanner)
      scene.map = .pages(map)
    case .board(var map):
      map.subject = 0x11_0000
      map.mark = StepMark(label: "a target is missing", voice: .freeScanner)
      map.regions += [
        BoardMap.Region(range: 0x400...0x2701, name: "kernel image", isReserved: true),
        BoardMap.Region(range: 0xE9F00...0xEDEFF, name: "bounce buffers", isReserved: true),
        BoardMap.Region(range: 0x1FA000...0x1FFFFF, name: "page descriptors", isReserved: true),
      ]
      scene.map = .board(map)
      scene.lens?.inspector = 0x5EA12
    case .menu, .home, .events, .article, .keys: break
    }
    return scene
  }

  private static let inspector = Inspector(
    title: "Page 0x100067",
    lines: [
      .fact(name: "address", value: "0x100067000"),
      .fact(name: "holds", value: "memory of a driver that knows how to move it"),
      .fact(
        name: "flags", value: "on an LRU list, active, dirty, swap-backed, unevictable, in a CPU’s batch"),
      .fact(name: "as it is", value: "since step 1 634 652"), .section("In this run"),
    ]
      + (1...40).map {
        .event(step: $0 * 37, text: "moved from 0x100067 to 0x1001\(String($0 + 16, radix: 16))")
      }
      + [
        .section("Pageblock 0x100060"), .fact(name: "migratetype", value: "Movable"),
        .fact(name: "cached migrate", value: "0x1000a0, 0x1000a0"),
      ], selection: 12, focus: 12, step: 425)

  /// The run as a list, as far as any window can show it.
  static func events() -> Scene {
    var scene = lesson()
    scene.map = .events(
      EventTable(
        filter: "isolate", count: 159_603, total: 1_634_652, selection: 80, first: 16,
        rows: (16..<144).map { number in
          EventTable.Row(
            step: number * 10_000, what: "The migrate scanner pauses with \(number) pages.",
            traced: number % 3 == 0 ? "mm_compaction_isolate_migratepages" : "")
        },
        detail: [
          "The batch is full, at 32 pages or more: now they are moved.",
          "task mm_compaction_isolate_migratepages 0x100000 to 0x100200 nr_scanned=80 nr_taken=32",
        ]))
    return scene
  }
}
