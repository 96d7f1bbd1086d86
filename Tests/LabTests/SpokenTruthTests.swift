import Documents
import Scenarios
import Testing
import Words

@testable import Lab
@testable import Simulation

@Suite("Every sentence beside the state")
struct SpokenTruthTests {
  private static func read(
    _ source: any RunSource, _ trigger: Trigger? = nil, _ version: KernelVersion, edits: [Int: [Edit]] = [:]
  ) throws -> SpokenRun {
    let run = SpokenRun(source, trigger, version, try Fixtures.content().words, edits: edits)
    run.read()
    return run
  }

  @Test(
    "What is said of every step of lesson 4 and 5 is so, by every kernel’s rules",
    arguments: ["two-scanners", "two-scanners-percpu"], KernelVersion.all)
  func lessons(scenario: String, version: KernelVersion) throws {
    let run = try Self.read(try Fixtures.content().folder.source(named: scenario), nil, version)
    #expect(run.rules.contains(.scannersMet))
    #expect(run.rules.contains(.perCPUOverflows) == (scenario == "two-scanners-percpu"))
  }

  @Test(
    "What is said while a task waits for a block, while kcompactd makes one, and while it works in advance is so",
    arguments: [
      Trigger.allocations(1, order: 4), .allocations(3, order: 3), .allocations(6, order: 5),
      .allocations(3, order: 0), .kcompactd(order: 4, highestZone: .movable), .proactive,
    ], KernelVersion.all)
  func requests(trigger: Trigger, version: KernelVersion) throws {
    for scenario in ["two-scanners", "two-scanners-percpu"] {
      let source = try Fixtures.content().folder.source(named: scenario)
      let run = try Self.read(source, trigger, version)
      #expect(run.playhead.stepCount > 0)
    }
  }

  @Test("What is said while a task waits for a huge page is so", arguments: KernelVersion.all)
  func hugePages(version: KernelVersion) throws {
    let run = try Self.read(try Self.kernelScale(), .allocations(2, order: 9), version)
    #expect(run.rules.isSuperset(of: [.requestArrives, .watermarkFails, .runBegins, .requestServed]))
  }

  @Test("Each zone that a request tries, and each that cannot be compacted, is named with its own reason")
  func zones() throws {
    let run = try Self.read(try Self.threeZones(), .allocations(2, order: 3), .v6_12)
    #expect(run.rules.isSuperset(of: [.watermarkFails, .notSuitable, .requestArrives]))
  }

  @Test(
    "What is said of memories with all kinds of pages, zones, holes and CMA is so, whoever asks",
    arguments: 0..<6, KernelVersion.all)
  func mixed(seed: Int, version: KernelVersion) throws {
    let triggers: [Trigger] = [
      .compactMemory, .proactive, .kcompactd(order: 3, highestZone: .movable), .allocations(4, order: 2),
      .allocations(4, order: 4), .contiguous(.range(0x2100..<0x2110)),
    ]
    for trigger in triggers {
      let run = try Self.read(try Self.mixed(seed: seed), trigger, version)
      #expect(run.playhead.stepCount > 0)
    }
  }

  @Test(
    "What is said is so where something else is asked for in the middle of a run, or before it begins",
    arguments: [0, 3, 40, 120, 500], KernelVersion.all)
  func askedAnew(step: Int, version: KernelVersion) throws {
    let source = try Fixtures.content().folder.source(named: "two-scanners-percpu")
    for first in [
      Trigger.compactMemory, .allocations(2, order: 4), .kcompactd(order: 4, highestZone: .movable),
    ] {
      let run = try Self.read(
        source, first, version, edits: [step: [.restart(version, .allocations(1, order: 4))]])
      #expect(run.rules.contains(.requestArrives))
    }
  }

  // MARK: Memories

  private static func scenario(_ text: String) throws -> Scenario {
    try Scenario(Document.parse(text, file: "spoken.yaml"))
  }

  /// Eight pageblocks of 512 pages, two fifths of them free in crumbs.
  private static func kernelScale() throws -> Scenario {
    try scenario(
      """
      title: Huge pages
      scale: kernel
      zones:
        - {name: Normal, ranges: [0x100000-0x100fff], watermarks: {min: 40, low: 50, high: 60}}
      fill:
        - {kind: anonymous, share: 0.3, pattern: random, seed: 7}
        - {kind: file, share: 0.4, pattern: random, seed: 11}
        - {kind: pinned, count: 2, seed: 5}
      run: {trigger: allocations, order: 9, count: 2}
      """)
  }

  private static func mixed(seed: Int) throws -> Scenario {
    try scenario(
      """
      title: Mixed \(seed)
      scale: teaching
      cpus: 2
      per-cpu lists: \(seed % 2 == 0 ? "off" : "{batch: 2, high: 8}")
      zones:
        - {name: DMA, ranges: [0x1000-0x107f], watermarks: {min: 4, low: 5, high: 6}}
        - name: Normal
          ranges: [0x2000-0x2005, 0x2008-0x211f, 0x2130-0x21ff]
          watermarks: {min: \(4 + 20 * (seed % 3)), low: 50, high: 60}
      pageblocks:
        unmovable: [0x2040, 0x1060]
        reclaimable: [0x1020]
        cma: [0x2100-0x211f]
      fill:
        - {kind: reserved, at: 0x1000-0x1004}
        - {kind: kernel, share: 0.5, in: [unmovable, reclaimable], seed: \(seed + 1)}
        - {kind: anonymous, share: \(0.2 + 0.05 * Double(seed % 4)), in: movable, pattern: random, seed: \(seed + 7)}
        - {kind: file, share: 0.25, in: movable, pattern: random, seed: \(seed + 11)}
        - {kind: movable-ops, count: 6, seed: \(seed + 2)}
        - {kind: pinned, count: 5, seed: \(seed + 3)}
        - {kind: unevictable, count: 4, seed: \(seed + 4)}
        - {kind: dirty, count: 5, seed: \(seed + 5)}
        - {kind: writeback, count: 5, seed: \(seed + 6)}
      skip hints: [0x2060, 0x2150]
      run: {trigger: compact_memory}
      """)
  }

  private static func threeZones() throws -> Scenario {
    try scenario(
      """
      title: Three zones
      scale: teaching
      per-cpu lists: off
      zones:
        - {name: DMA, ranges: [0x1000-0x107f], watermarks: {min: 4, low: 5, high: 6}}
        - {name: Normal, ranges: [0x2000-0x207f], watermarks: {min: 90, low: 100, high: 110}}
        - {name: Movable, ranges: [0x3000-0x307f], watermarks: {min: 30, low: 40, high: 50}}
      fill:
        - {kind: anonymous, share: 0.7, pattern: even, seed: 7}
      run: {trigger: allocations, order: 3, count: 2}
      """)
  }
}
