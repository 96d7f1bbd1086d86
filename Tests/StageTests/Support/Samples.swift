import Canvas
import Documents
import Foundation
import Simulation
import Surroundings
import Words

@testable import Stage

/// Scenes to draw without a simulation behind them.
enum Samples {
  /// The words that the program ships.
  static func words() throws -> Catalogue {
    try Catalogue(Document.read(path: Repository.root + "/Assets/Strings/en.yaml"))
  }

  /// A zone of 512 pages in the middle of moving four of them. One character a page: a digit begins a
  /// free block of that order whose other pages are dots; `#` is reserved, `(` to `+` are the
  /// sources, `=` targets, `h` a held block of four.
  static let zone = """
    ##########1.2... 4...............
    5............... ................
    2...0KK0KK1.KKK0 4...............
    0DC0B0A0faa00aff fff02...0faaa0fa
    0ffaaaaaa00aaaaf 1.0ffff0aafa0aPa
    KK0KKKKKK01.2... 1.Kaaa0affffaa0f
    a0ffaffffaff0aaf aaaaa0aa1.ffaaa0
    a0aa0fff0ff0ffff fffff0f0ff0aa01.
    aa0a2...aaaaf0ff aaaaaa1.2...aaa0
    0aaa0a1.aaP0aaa0 aaa0ff0fa01.1.af
    aa1.1.aa0aa0a0fa 1.f0aaaaa0aaffff
    K01.1.K01.0KKK0K ffffffffffaf00ff
    af0ffff00f1.2... WXYZh...2...1.f0
    ffffaffaffffffff fffffffffffaaaaf
    KKKK2...0K0KK0KK ffaaffaffffaaaaf
    aafaaafaffafffff aaaafffffaaaafaa
    """

  static let firstPfn = 0x100000

  static func pageMap() -> PageMap {
    var runs: [PageMap.Run] = []
    let characters = zone.filter { !$0.isWhitespace }
    var index = 0
    for character in characters {
      defer { index += 1 }
      let pfn = firstPfn + index
      let look: PageLook
      var count = 1
      switch character {
      case ".": continue
      case "0"..."5":
        let order = character.wholeNumberValue ?? 0
        count = 1 << order
        look = .free(order)
      case "#": look = .reserved
      case "a": look = .anonymous
      case "f": look = .file
      case "K": look = .kernel
      case "P": look = .pinned
      case "A"..."D": look = .source(Int(character.asciiValue! - 64))
      case "W"..."Z": look = .target(Int(character.asciiValue! - 86))
      case "h":
        count = 4
        look = .held
      default: preconditionFailure("no page looks like \(character)")
      }
      runs.append(PageMap.Run(start: pfn, count: count, look: look))
    }
    var pageblocks = [PageMap.Pageblock](repeating: PageMap.Pageblock(), count: 32)
    for block in [4, 22, 28] { pageblocks[block].migratetype = .unmovable }
    pageblocks[10].migratetype = .reclaimable
    for block in [4, 26, 27, 29, 30, 31] { pageblocks[block].skipHint = true }
    let sources = [70, 68, 66, 65].map { firstPfn + 32 + $0 }
    let targets = (0..<4).map { firstPfn + 25 * 16 + $0 }
    return PageMap(
      range: firstPfn..<(firstPfn + 512), pageblockOrder: 4, maxOrder: 5, runs: runs, pageblocks: pageblocks,
      migrate: firstPfn + 3 * 32 + 7, free: firstPfn + 25 * 16 + 8, between: 305,
      movers: (0..<4).map {
        PageMap.Mover(
          number: $0 + 1, look: $0 == 0 || $0 == 3 ? .anonymous : .file, source: sources[$0],
          target: targets[$0])
      },
      legend: [
        .page(.free(0)), .page(.anonymous), .page(.file), .page(.kernel), .page(.pinned), .page(.reserved),
        .pageblock(.unmovable), .pageblock(.reclaimable), .skipHint,
      ])
  }

  static let keys = [
    KeyHint(key: "→", does: "step"), KeyHint(key: "Shift →", does: "pageblock"),
    KeyHint(key: "Ctrl →", does: "event"), KeyHint(key: "Space", does: "play"),
    KeyHint(key: "PageDown", does: "next stop"), KeyHint(key: "?", does: "all keys"),
  ]

  static func lesson() -> Scene {
    Scene(
      title: Title(
        number: 4, name: "Two scanners converge",
        facts: [
          "zone Normal  ·  manual run: order −1, sync, whole zone  ·  as Linux 6.12",
          "teaching scale: pageblock 16 pages, batch 4, per-CPU lists off",
        ], speed: 1, step: 425, steps: 985),
      map: .pages(pageMap()), algorithm: Algorithm(line: 9, batch: 4),
      freeBlocks: FreeBlocks(
        zone: .normal, counts: [63, 19, 9, 0, 2, 1], ghost: .before([85, 28, 13, 2, 0, 0]), measure: .pages),
      verdict: Verdict(free: 201, min: 4, low: 5, high: 6),
      counters: [
        Counter(name: "compact_migrate_scanned", value: 103),
        Counter(name: "compact_free_scanned", value: 88), Counter(name: "compact_isolated", value: 112),
        Counter(name: "pgmigrate_success", value: 54, change: 4), Counter(name: "pgmigrate_fail", value: 0),
      ],
      explanation: Explanation(
        heading: "Four pages move from the migrate scanner’s pageblock to the free scanner’s.",
        text: "Each is copied, its page tables are pointed at the copy, and its old frame is freed.",
        because: "They could move: on an LRU list, not pinned.", symbol: "migrate_pages_batch",
        voice: .migrateScanner),
      timeline: Timeline(
        step: 425, steps: 985,
        marks: [144, 209, 291, 407, 488, 563, 661, 937].map {
          Timeline.Mark(step: $0, kind: .merge($0 == 291 || $0 == 563 ? 5 : 4))
        } + [Timeline.Mark(step: 985, kind: .scannersMet)],
        stops: [5, 22, 291, 425, 563, 985], stop: 4),
      keys: keys, live: .read(source: "rock-5b-plus buddyinfo", age: 2))
  }

  /// A board of 8 GB (or more, with a larger middle bank) in the middle of its run.
  static func board(gigabytes: Int = 8) -> Scene {
    let map = boardMap(gigabytes: gigabytes)
    return Scene(
      title: Title(
        number: 11, name: "The whole board",
        facts: [
          "ROCK 5B+ \(gigabytes) GB  ·  manual run: order −1, sync, whole zone  ·  as Linux 6.12",
          "2 096 640 pages in 4 095 pageblocks of 512, every page simulated",
        ], isPlaying: true, speed: 16, step: 530_292, steps: 1_634_652),
      map: .board(map),
      freeBlocks: FreeBlocks(
        zone: .dma, counts: [7751, 7046, 5809, 3734, 2022, 973, 451, 197, 101, 79, 136],
        ghost: .live([2, 8, 196, 197, 156, 96, 53, 32, 11, 4, 465]), measure: .logBlocks),
      verdict: Verdict(free: 402_144, min: 1932, low: 2891, high: 3850),
      counters: [
        Counter(name: "compact_migrate_scanned", value: 168_960),
        Counter(name: "compact_free_scanned", value: 201_904, change: 32),
        Counter(name: "compact_isolated", value: 159_603), Counter(name: "pgmigrate_success", value: 79_714),
        Counter(name: "pgmigrate_fail", value: 45),
      ],
      lens: lens(),
      explanation: Explanation(
        heading: "The free scanner takes a free block.",
        text: "A block of order 3 at pfn 0x9a208 leaves its free list: 8 pages to move to.",
        because: "It is free, and its pageblock is Movable.", symbol: "__isolate_free_page",
        voice: .freeScanner),
      timeline: Timeline(
        step: 530_292, steps: 1_634_652, marks: [Timeline.Mark(step: 1_205_000, kind: .zone(.normal))]),
      keys: keys, live: .missing(reason: "/proc/buddyinfo is not here"))
  }

  static func boardMap(gigabytes: Int) -> BoardMap {
    var random = SeededGenerator(seed: 7)
    let top = gigabytes == 8 ? 0x1FFFFF : gigabytes << 18 - 1
    let ranges: [ClosedRange<Pfn>] =
      gigabytes == 8 ? [0x100000...top, 0x2F0000...0x2FFFFF] : [0x100000...(gigabytes << 18 - 1)]
    let end = (ranges.last?.upperBound ?? top) + 1
    var summaries: [PageblockSummary] = []
    for block in 0..<(end >> 9) {
      let pfn = block << 9
      var summary = PageblockSummary()
      let isPresent = pfn >= 0x200 && pfn < 0xF0000 || ranges.contains { $0.contains(pfn) }
      if isPresent {
        let kind = random.next() % 100
        summary.present = 512
        if (0x400..<0x2700).contains(pfn) || pfn > 0x2FA000 {
          summary.reserved = 512
        } else if (0x10000..<0x20000).contains(pfn) {
          summary.migratetype = .cma
          summary.free = 512
          summary.largestFree = 10
        } else {
          if kind < 12 {
            summary.migratetype = kind < 4 ? .reclaimable : .unmovable
            summary.cannotMove = UInt16(random.next() % 400) + 100
          } else if kind < 20 {
            summary.cannotMove = 1
          }
          let rest = 512 - summary.cannotMove
          let share = pfn < 0x90000 ? UInt64(rest) : UInt64(min(rest, 20))
          summary.free = UInt16(random.next() % (share + 1))
          summary.canMove = rest - summary.free
          summary.largestFree = summary.free == 0 ? -1 : Int8(random.next() % 8)
        }
      }
      summaries.append(summary)
    }
    return BoardMap(
      zones: [
        BoardMap.ZonePart(name: .dma, ranges: [0x200...0xEFFFF], present: 982_528, freePages: 412_660),
        BoardMap.ZonePart(
          name: .normal, ranges: ranges, present: ranges.reduce(0) { $0 + $1.count }, freePages: 11_141),
      ],
      holes: [
        BoardMap.Hole(range: 0xF0000..<0x100000, key: "mmio"),
        BoardMap.Hole(range: 0x200000..<0x2F0000, key: "nothing"),
      ],
      regions: [BoardMap.Region(range: 0x10000...0x1FFFF, name: "CMA", detail: "HDMI-IN")],
      pageblockOrder: 9, maxOrder: 10, base: 0, summaries: summaries, migrate: 0x29800, free: 0xA9E00,
      pageblocksBetween: 1027, runZone: .dma, inspector: 0x5EA00)
  }

  private static func lens() -> Lens {
    var random = SeededGenerator(seed: 3)
    var runs: [PageMap.Run] = []
    var pfn = 0x5EA00
    while pfn < 0x5EC00 {
      let order = Int(random.next() % 6)
      if random.next() % 3 == 0, pfn % (1 << order) == 0 {
        runs.append(PageMap.Run(start: pfn, count: 1 << order, look: .free(order)))
        pfn += 1 << order
      } else {
        let looks: [PageLook] = [.anonymous, .file, .anonymous, .file, .anonymous, .pinned]
        runs.append(PageMap.Run(start: pfn, look: looks[Int(random.next() % 6)]))
        pfn += 1
      }
    }
    return Lens(
      start: 0x5EA00, pageblock: PageMap.Pageblock(), runs: runs, pages: 512, freePages: 251, largestFree: 5,
      maxOrder: 10)
  }

  /// The first screen, somebody having left a lesson.
  static func menu() -> Scene {
    var map = pageMap()
    map.legend = []
    var scene = Scene(
      title: Title(name: "Compaction Lab", facts: ["Linux moves pages so that free memory comes together."]),
      map: .home(
        Home(
          card: Home.Card(
            heading: "Go on where you left off", number: 4, name: "Two scanners converge",
            detail: "stop 7 of 9"),
          heading: "The course", detail: "5 lessons",
          lessons: [
            Home.Lesson(number: 1, name: "Reading the map", progress: .done("done"), detail: "10 minutes"),
            Home.Lesson(
              number: 4, name: "Two scanners converge", progress: .stops(7, of: 9), detail: "8 minutes"),
            Home.Lesson(number: 5, name: "A page moves", progress: .none, detail: "8 minutes"),
            Home.Lesson(
              number: 6, name: "is-it-worth-it", progress: .fault("cannot be read: line 14"), detail: ""),
            Home.Lesson(number: 15, name: "Be the scanner", progress: .none, detail: "12 minutes"),
          ],
          groups: [
            Home.Group(
              heading: "Boards", detail: "Radxa ROCK 5B+, every page simulated",
              names: [4, 8, 16, 24, 32].map { "\($0) GB" }),
            Home.Group(
              heading: "Scenarios", detail: "at teaching scale",
              names: ["Two scanners", "with per-CPU lists"]),
            Home.Group(heading: "About", detail: "what is simplified", names: ["What this leaves out"]),
          ],
          film: Home.Film(
            map: map, caption: "Pages leave the low end.", name: "Lesson 4, running",
            key: KeyHint(key: "Space", does: "pause")), selection: 2)),
      keys: [
        KeyHint(key: "↑ ↓", does: "choose"), KeyHint(key: "Enter", does: "open"),
        KeyHint(key: "?", does: "all keys"),
      ],
      live: .read(source: "/proc/buddyinfo", age: 0))
    scene.title.note = "as Linux 6.1, 6.12, 6.18"
    return scene
  }

  /// A list that something is chosen from.
  static func list() -> Scene {
    Scene(
      title: Title(name: "Compaction Lab"),
      map: .menu(
        Menu(
          sections: [
            Menu.Section(
              heading: "Stops of this lesson",
              items: (1...6).map {
                Menu.Item(
                  name: "a free block of order \($0) or more", detail: "there is none, then one comes to be")
              })
          ], selection: 3, filter: Menu.Filter(typed: "order", hint: "Type to filter."))),
      keys: [KeyHint(key: "Enter", does: "open"), KeyHint(key: "?", does: "all keys")])
  }
}
