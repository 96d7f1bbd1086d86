import Documents
import Simulation
import Surroundings
import Testing

@testable import Scenarios

@Suite("Scenario")
struct ScenarioTests {
  /// A zone of four pageblocks, with more lines.
  func scenario(_ more: String) throws -> Scenario {
    try Scenario(
      Document.parse(
        """
        title: Test
        scale: teaching
        zones: [{name: Normal, ranges: [0x100-0x13f]}]
        run: {trigger: compact_memory}

        """ + more + "\n", file: "s.yaml"))
  }

  func kinds(_ memory: Memory, _ range: ClosedRange<Pfn>) -> [PageKind] {
    range.map { memory.frame(at: $0).kind }
  }

  @Test("Pages given by their numbers are what the file says, all others are free and merged")
  func places() throws {
    let memory = try scenario(
      "fill: [{kind: anonymous, at: [0x100, 0x110-0x111]}, {kind: slab, at: 0x101}, {kind: pinned, at: 0x110}]"
    ).start().memory
    #expect(kinds(memory, 0x100...0x102) == [.anonymous, .slab, .free])
    #expect(memory.frame(at: 0x110).flags == [.lru, .swapBacked, .pinned])
    #expect(memory.frame(at: 0x111).flags == [.lru, .swapBacked])
    #expect(memory[.zone(0, .freePages)] == 60)
    #expect(memory.freeBlocks(zone: 0, order: 5) == 1)
    try memory.checkInvariants()
  }

  @Test("A teaching zone that names no watermarks has 4, 5 and 6")
  func watermarks() throws {
    let zone = try #require(try scenario("").layout.zones.first)
    #expect(zone.watermarks == Watermarks(min: 4, low: 5, high: 6))
  }

  @Test("A step that names no seed draws by its number, counted from 1")
  func unnamedSeeds() throws {
    func pages(_ seeds: (String, String)) throws -> [PageKind] {
      let memory = try scenario(
        "fill: [{kind: anonymous, count: 20\(seeds.0)}, {kind: file, count: 20\(seeds.1)}]"
      ).start().memory
      return kinds(memory, 0x100...0x13f)
    }
    #expect(try pages(("", "")) == pages((", seed: 1", ", seed: 2")))
    #expect(try pages(("", "")) != pages((", seed: 0", ", seed: 1")))
  }

  @Test("Shares and counts take that many pages, in the pageblocks asked for")
  func shares() throws {
    let memory = try scenario(
      """
      pageblocks: {unmovable: 0x110, cma: [0x120-0x13f]}
      fill:
        - {kind: kernel, share: 0.5, in: unmovable, cluster: 3}
        - {kind: file, count: 5, in: [0x100-0x10f], pattern: even}
        - {kind: anonymous, share: 0.25, in: cma, pattern: half, seed: 9}
      """
    ).start().memory
    #expect(kinds(memory, 0x110...0x11f).count { $0 == .kernel } == 8)
    #expect(
      (0x100...0x10f).filter { memory.frame(at: $0).kind == .file } == [0x100, 0x103, 0x106, 0x109, 0x10c])
    let anonymous = (0x120...0x13f).filter { memory.frame(at: $0).kind == .anonymous }
    #expect(anonymous.count == 8)
    #expect(anonymous.allSatisfy { $0 % 16 < 8 })
    #expect(memory.migratetype(ofPageblockAt: 0x110) == .unmovable)
    #expect(memory.migratetype(ofPageblockAt: 0x130) == .cma)
    #expect(memory[.zone(0, .freeCMA)] == 24)
  }

  @Test("The same seed draws the same pages, another seed others")
  func seeds() throws {
    func digest(_ seed: Int) throws -> UInt64 {
      try scenario("fill: [{kind: file, share: 0.5, seed: \(seed)}]").start().memory.digest
    }
    #expect(try digest(1) == digest(1))
    #expect(try digest(1) != digest(2))
  }

  @Test("Blocks of a free list are what the file says, and pages left over merge with them")
  func freeLists() throws {
    let memory = try scenario(
      """
      fill: [{kind: kernel, at: [0x104-0x107, 0x10c-0x10f, 0x114-0x13f]}]
      free lists: [{order: 1, at: [0x10a, 0x102]}, {order: 1, type: unmovable, at: 0x110}]
      """
    ).start().memory
    #expect(memory[.zone(0, .freePages)] == 12)
    // 0x100 to 0x103, 0x108 to 0x10b, 0x110 to 0x113
    #expect(memory.freeBlocks(zone: 0, order: 2) == 3)
    try memory.checkInvariants()

    let kept = try scenario(
      "fill: [{kind: kernel, at: 0x102-0x13f}]\nfree lists: [{order: 1, type: reclaimable, at: 0x100}]"
    ).start().memory
    #expect(kept.freeBlocks(zone: 0, order: 1, type: .reclaimable) == 1)
  }

  @Test("Per-CPU lists can be off, at the teaching scale’s sizes, or of given sizes")
  func perCPU() throws {
    #expect(try scenario("per-cpu lists: off").layout.zones[0].pageset == nil)
    #expect(try scenario("").layout.zones[0].pageset == PagesetLayout(batch: 2, high: 8))
    #expect(
      try scenario("per-cpu lists: {batch: 1, high: 4}").layout.zones[0].pageset
        == PagesetLayout(batch: 1, high: 4))
  }

  @Test("Cached positions, skip hints, what others hold isolated and what the zone manages are set")
  func state() throws {
    let scenario = try scenario(
      """
      fill: [{kind: reserved, count: 4}]
      skip hints: [0x110]
      cached: [{zone: Normal, migrate sync: 0x110, free: 0x120}]
      isolated elsewhere: 7
      """)
    #expect(scenario.layout.zones[0].managed == 60)
    let memory = scenario.start().memory
    #expect(memory.skipHint(at: 0x11f))
    #expect(!memory.skipHint(at: 0x120))
    #expect(memory[.zone(0, .cachedMigrateSync)] == 0x110)
    #expect(memory[.zone(0, .cachedMigrateAsync)] == 0)
    #expect(memory[.zone(0, .cachedFree)] == 0x120)
    #expect(memory[.kernel(.isolatedElsewhere)] == 7)
    let text = ScenarioWriter(title: "t", kernel: .v6_12, trigger: .compactMemory).text(memory)
    #expect(text?.contains("isolated elsewhere: 7\n") == true)
  }

  static let contradictions: [(String, String)] = [
    ("kernl: 6.12", "5:1: `kernl` is not known here; did you mean `kernel`?"),
    ("kernel: six", "5:9: `six` is no kernel’s release; write one as \"6.12\""),
    (
      "pageblocks: {unmovable: 0x108}",
      "5:25: these are not whole pageblocks; start at a multiple of 16 pages, end before one"
    ),
    ("pageblocks: {unmovable: 0x200}", "5:25: pageblock 0x200 lies outside every zone; name one of a zone"),
    (
      "pageblocks: {unmovable: 0x110, cma: [0x110-0x12f]}",
      "5:38: pageblock 0x110 has a type already; give each pageblock one type"
    ),
    (
      "fill: [{kind: anon, share: 0.1}]",
      "5:15: `anon` is not known here; write one of reserved, kernel, slab, page-table, anonymous, file, shmem, movable-ops, pinned, unevictable, dirty, writeback"
    ),
    ("fill: [{kind: file}]", "5:8: this step does not say which pages; add `at`, `share` or `count`"),
    ("fill: [{kind: file, share: 1.5}]", "5:28: `1.5` is out of range; write a number from 0.0 to 1.0"),
    (
      "fill: [{kind: file, share: 0.5, count: 3}]",
      "5:33: `share` and `count` are both given; keep one of them"
    ),
    (
      "fill: [{kind: file, at: 0x100, seed: 3}]",
      "5:32: `seed` says how to draw pages, but `at` gives them; remove one of them"
    ),
    ("fill: [{kind: file, at: 0x140}]", "5:25: page 0x140 lies outside every zone; give pages of a zone"),
    (
      "fill: [{kind: file, share: 0.9}, {kind: slab, share: 0.2}]",
      "5:54: this asks for 13 pages, but 6 are left; ask for fewer, or for less before"
    ),
    (
      "fill: [{kind: file, at: 0x100}, {kind: slab, at: 0x100}]",
      "5:50: page 0x100 is in use already; give another page, or another order of steps"
    ),
    (
      "fill: [{kind: pinned, at: 0x100}]",
      "5:27: page 0x100 is not a program’s, or is marked so already; give another page, or another order of steps"
    ),
    (
      "fill: [{kind: file, share: 0.5, pattern: even, cluster: 3}]",
      "5:48: only runs have a mean length; remove it, or write `pattern: runs`"
    ),
    (
      "fill: [{kind: file, share: 0.5, in: [0x200-0x20f]}]",
      "5:38: these pages lie outside every zone; give pages of a zone"
    ),
    (
      "free lists: [{order: 2, at: [0x102]}]",
      "5:30: a free block of order 2 can't start at 0x102; start it at a multiple of 4 pages"
    ),
    (
      "free lists: [{order: 2, at: [0x140]}]",
      "5:30: free block 0x140 lies outside every zone; give pages of a zone"
    ),
    (
      "free lists: [{order: 2, at: [0x100]}, {order: 0, at: 0x101}]",
      "5:54: free block 0x101 overlaps pages given before; give each page once"
    ),
    (
      "free lists: [{order: 2, at: [0x100, 0x104]}]",
      "5:30: free block 0x100 and its buddy 0x104 would have merged; give one block of order 3"
    ),
    ("free lists: [{order: 6, at: 0x100}]", "5:22: `6` is out of range; write a whole number from 0 to 5"),
    (
      "skip hints: [0x101]",
      "5:14: these are not whole pageblocks; start at a multiple of 16 pages, end before one"
    ),
    ("cached: [{zone: DMA, free: 0x100}]", "5:17: there is no zone DMA here; name one of Normal"),
    (
      "cached: [{zone: Normal, free: 0x99}]",
      "5:31: `0x99` is out of range; write a whole number from 256 to 319"
    ),
    ("per-cpu lists: maybe", "5:16: `maybe` is neither yes nor no; write true or false"),
    (
      "per-cpu lists: {batch: 4, high: 2}",
      "5:33: `2` is out of range; write a whole number from 4 to 1000000"
    ),
  ]

  @Test("What contradicts itself is reported where it stands", arguments: contradictions)
  func contradiction(text: String, expected: String) {
    #expect(message { _ = try scenario(text) } == "s.yaml:" + expected)
  }

  static let zones: [(String, String)] = [
    (
      "{name: Normal, ranges: [0x0-0xff]}",
      "1:61: zone Normal starts at page frame 0, which stands for “none”; start it at 0x1 or above"
    ),
    (
      "{name: Normal, ranges: [0x100-0x1ff, 0x180-0x2ff]}",
      "1:74: this range begins before the one in front of it has ended; list ranges from low to high, without overlap"
    ),
    (
      "{name: Normal, ranges: [0x100-0x1ff, 0x1ff-0x2ff]}",
      "1:74: this range begins before the one in front of it has ended; list ranges from low to high, without overlap"
    ),
    (
      "{name: Normal, ranges: [0x100-0x1ff], watermarks: {min: 4, low: 5, high: 257}}",
      "1:104: the high watermark lies above the zone’s 256 pages; write at most that"
    ),
    (
      "{name: Normal, ranges: [0x100-0x1ff], watermarks: {min: 4, low: 3, high: 7}}",
      "1:87: the watermarks do not rise; let min ≤ low ≤ high"
    ),
    (
      "{name: Normal, ranges: [0x100-0x1ff]}, {name: DMA, ranges: [0x200-0x2ff]}",
      "1:76: zone DMA does not lie above zone Normal; list zones from low to high, apart"
    ),
    (
      "{name: DMA, ranges: [0x100-0x1ff]}, {name: Normal, ranges: [0x180-0x2ff]}",
      "1:73: zone Normal does not lie above zone DMA; list zones from low to high, apart"
    ),
    ("{name: Normal, ranges: []}", "1:52: zone Normal has no pages; add a range"),
    (
      "{name: DMA, ranges: [0x100-0x1f7]}, {name: Normal, ranges: [0x1f8-0x2ff]}",
      "1:73: zones DMA and Normal share a pageblock; start zone Normal at a multiple of 16 pages"
    ),
    (
      "{name: Normal, ranges: [0x1-0x2000001]}",
      "1:37: the zones span 33554433 pages; keep them within 16777216, which are 64 GiB"
    ),
    (
      "{name: Normal, ranges: [0x100-0x1ffffffff]}",
      "1:37: zone Normal ends beyond the addresses of the simulation; end it below 0x80000000"
    ),
    (
      "{name: Normal, ranges: [0x100-0x7fffffffffffffff]}",
      "1:61: `0x100-0x7fffffffffffffff` ends beyond all addresses; end it below 0x10000000000"
    ),
    ("", "1:36: there is no zone; add one"),
  ]

  @Test("Zones that can’t be are reported where they stand", arguments: zones)
  func zone(text: String, expected: String) {
    let file = "{title: T, scale: teaching, zones: [\(text)], run: {trigger: compact_memory}}"
    let shifted = message { _ = try Scenario(Document.parse(file, file: "s.yaml")) }
    #expect(shifted == "s.yaml:" + expected)
  }

  @Test("A zone of the kernel’s scale must say its watermarks, a run what starts it")
  func required() {
    #expect(
      message {
        _ = try Scenario(
          Document.parse("title: T\nscale: kernel\nzones: [{name: DMA, ranges: [1-9]}]\n", file: "s.yaml"))
      } == "s.yaml:3:9: `watermarks` is missing here; add `watermarks: {min: …, low: …, high: …}`")
    #expect(
      message {
        _ = try Scenario(
          Document.parse("title: T\nscale: teaching\nzones: [{name: DMA, ranges: [1-9]}]\n", file: "s.yaml"))
      } == "s.yaml:1:1: `run` is missing here; add `run: …`")
  }

  @Test("Every scenario that comes with the program opens into a sound memory")
  func bundled() throws {
    #expect(library.scenarioNames.contains("two-scanners"))
    for name in library.scenarioNames {
      try library.scenario(named: name).start().memory.checkInvariants()
    }
  }

  @Test("A name finds a scenario or a board, and so does a path, wherever the file is")
  func sources() throws {
    #expect(try library.source(named: "two-scanners").title == "Two scanners")
    #expect(try library.source(named: "rock-5b-plus-8g").title == "ROCK 5B+ 8 GB")
    let folder = try TemporaryFolder()
    let files = [
      "Lessons/Scenarios/two-scanners": "Two scanners", "Assets/Boards/rock-5b-plus-8g": "ROCK 5B+ 8 GB",
    ]
    for (file, title) in files {
      let text = try Document.text(path: "\(library.path)/\(file).yaml")
      #expect(try library.source(named: folder.write("my own.yaml", text)).title == title)
    }
    #expect(
      message { _ = try library.source(named: "two-scaners") }.hasSuffix(
        "there is no scenario and no board `two-scaners`; did you mean `two-scanners`?"))
  }

  @Test("A name that is not there is answered with the nearest one")
  func unknownName() {
    #expect(
      message { _ = try library.scenario(named: "two-scaners") }.hasSuffix(
        "two-scaners.yaml:1:1: there is no scenario `two-scaners`; did you mean `two-scanners`?"))
    #expect(
      message { _ = try library.board(named: "rock-5b-plus-8") }.hasSuffix(
        "there is no board `rock-5b-plus-8`; did you mean `rock-5b-plus-8g`?"))
  }
}
