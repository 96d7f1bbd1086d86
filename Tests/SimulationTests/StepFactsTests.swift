import Testing

@testable import Simulation

/// A zone of 64 pages at teaching scale: a kernel page, a pinned one, a reserved one and ten that can
/// move, the rest free.
/// - Parameter kernelPages: more pages that stay where they are.
private func smallMemory(kernelPages: [Pfn] = []) -> Memory {
  let zone = ZoneLayout(
    name: .normal, ranges: [0x1000...0x103f], watermarks: Watermarks(min: 4, low: 5, high: 6))
  let memory = Memory(layout: MachineLayout(scale: .teaching, zones: [zone]))
  for pfn in [0x1000] + kernelPages { memory.place(.kernel, at: pfn) }
  memory.place(.anonymous, [.lru, .pinned], at: 0x1001)
  memory.place(.reserved, at: 0x1002)
  for pfn in 0x1005..<0x100f { memory.place(.anonymous, .lru, at: pfn) }
  memory.freeRemainingPages()
  return memory
}

@Suite("Where the scanners are")
struct ScannerPositionTests {
  private func migrate(_ playhead: Playhead) -> ScannerPosition? {
    .migrate(in: playhead.memory, after: playhead.lastStep) { playhead.memory[$0] }
  }
  private func free(_ playhead: Playhead) -> ScannerPosition? {
    .free(in: playhead.memory, after: playhead.lastStep) { playhead.memory[$0] }
  }

  @Test("They are in the zone, the one never past the other by more than a pageblock, at every step")
  func everyStep() {
    let memory = smallMemory()
    let copy = Memory(copying: memory)
    let recording = Run(version: .v6_12, trigger: .compactMemory).record(on: copy)
    let playhead = Playhead(memory: memory, recording: recording)
    #expect(migrate(playhead) == nil)
    #expect(free(playhead) == nil)
    while playhead.forward() {
      guard let migrate = migrate(playhead),
        let free = free(playhead)
      else {
        Issue.record("no scanner at step \(playhead.step)")
        return
      }
      for position in [migrate, free] {
        #expect((0x1000..<0x1040).contains(position.pageblock), "step \(playhead.step)")
        #expect(position.pfn >= position.pageblock && position.pfn <= position.pageblock + 16)
      }
      #expect(migrate.pageblock <= free.pageblock + 16)
    }
  }
}

@Suite("What a step is about")
struct StepFactsTests {
  @Test(
    "A move is about the page's new frame, a merge about the whole block, a test of the end about no page")
  func subjects() {
    let memory = smallMemory(kernelPages: [0x1030, 0x1038])
    let recording = Run(version: .v6_12, trigger: .compactMemory).record(on: Memory(copying: memory))
    let playhead = Playhead(memory: memory, recording: recording)
    var rules: Set<Rule> = []
    while playhead.forward(), let step = playhead.lastStep {
      rules.insert(step.rule)
      switch step.rule {
      case .movesPage: #expect(step.subject.map { memory.frame(at: $0).kind } == .anonymous)
      case .mergesBlock: #expect(step.subject.map { memory.frame(at: $0).place } == .buddy)
      case .finishContinues, .scannersMet, .runBegins, .runEnds: #expect(step.subject == nil)
      default: break
      }
    }
    #expect(rules.isSuperset(of: [.movesPage, .mergesBlock, .scannersMet]))
  }

  @Test(
    "Every rule fires in some run; its steps have the shape that its row says, and are known one step later too"
  )
  func shapes() {
    var seen: Set<Rule> = []
    var reasons: Set<RuleVariant> = []
    for (number, playhead) in (Film.ofChance + RareFilm.all).enumerated() {
      var before: Step?
      let playhead = playhead()
      while playhead.forward(), let step = playhead.lastStep {
        seen.insert(step.rule)
        let variants = step.variants(in: playhead.memory)
        reasons.formUnion(variants)
        #expect(Set(variants).isSubset(of: step.rule.meaning.variants), "\(step)")
        guard step.facts.shape == step.rule.meaning.shape, playhead.precedingStep == before else {
          Issue.record("film \(number), step \(playhead.step): \(step) after \(String(describing: before))")
          return
        }
        before = step
      }
    }
    #expect(Set(Rule.allCases).subtracting(seen) == [.none])
    #expect(Set(RuleVariant.allCases).subtracting(reasons) == [])
  }

  @Test("What is noted is what is read")
  func notes() {
    let memory = smallMemory()
    for (rule, facts) in StepFacts.samples {
      #expect(rule.meaning.shape == facts.shape)
      #expect(Change(noting: rule, facts, in: memory).step(0, in: memory) == Step(rule: rule, facts: facts))
    }
  }
}

/// The recorded runs that are looked through for what their steps say.
private enum Film {
  static let ofChance: [@Sendable () -> Playhead] = (0..<84).map { seed in { random(seed: UInt64(seed)) } }

  /// A run by chance; every third is changed by hand, and every fifth is given up for another one.
  static func random(seed: UInt64) -> Playhead {
    let memory = RandomMemory.teaching(seed: seed)
    var run = RandomRun.make(seed: seed, on: memory)
    if seed % 3 == 0 { run.edits[20] = [.setWatermarks(Watermarks(min: 3, low: 5, high: 7), zone: 0)] }
    if seed % 5 == 0 { run.edits[40] = [.restart(.v6_12, .compactMemory)] }
    return Playhead(memory: Memory(copying: memory), recording: run.record(on: memory))
  }
}

extension StepFacts {
  /// One of each shape that is noted, with a rule that has it.
  fileprivate static let samples: [(Rule, StepFacts)] = [
    (.kcompactdSleeps, .nothing), (.runBegins, .run(zone: 0, migrate: 0x1000, free: 0x1030)),
    (.runEnds, .runEnd(zone: 0, migrate: 0x1010, result: .partialSkipped)),
    (.finishContinues, .test(migrate: 0x1000, free: 0x1030, result: .noSuitablePage)),
    (.rescansBlock, .position(0x1013)), (.abortedTooManyIsolated, .isolated(pages: 70000, most: 69999)),
    (.abortedBySignal, .signal(at: 0x1008, byThread: true)),
    (.noTargetLeft, .page(0x1005)), (.stealsBlock, .block(start: 0x1010, order: 4)),
    (.flushesTLB, .pages(at: 0x1005, count: 8)), (.unmapsPage, .move(source: 0x1005, target: 0x103f)),
    (.freeRefusesBlock, .pageblock(start: 0x1030)),
    (.migrateEntersBlock, .sourceBlock(at: 0x1004, finishes: true)),
    (.freeEntersBlock, .targetBlock(at: 0x1030, stride: 8)),
    (.freeScanEnds, .batch(at: 0x103f, taken: 8, scanned: 15, .watermark)),
    (.fastSearchFails, .search(at: 0x1030, looked: 33, refused: true)),
    (.fastSearchJumps, .jump(to: 0x1020, toMiddle: true)),
    (.freeStopsAtWatermark, .watermark(at: 0x1031, free: 5)), (.resetsSkipHints, .zone(0)),
    (.watermarkFails, .check(zone: 0, order: 10, .low, free: 70000, least: 70001)),
    (.notSuitable, .unsuitable(zone: 0, order: 4, Unsuitability(.notFragmented, has: 487, needed: 500))),
    (.perCPUOverflows, .overflow(zone: 0, pages: 63, high: 70000)),
    (.refillsPerCPU, .refill(zone: 0, order: 9, blocks: 2)),
    (.claimsPageblock, .claim(start: 0x1010, order: 3, free: 200, alike: 312)),
    (.compactionDeferred, .putOff(zone: 0, considered: 3, limit: 64)),
    (.defersCompaction, .deferral(zone: 0, order: 4, shift: 6)),
    (.drainsPerCPU, .drain(zone: 0, cpu: 1, pages: 16)),
    (.requestServed, .request(order: 4, highest: .normal, page: 0x1010)),
    (.requestFails, .failure(order: 4, .costly)), (.wakesKcompactd, .wakeup(order: 4, zone: 0)),
    (.clearsBoost, .boost(zone: 0, pages: 16)), (.pageIsBusy, .busy(at: 0x1001, .pinned)),
    (.kcompactdSleepsOn, .wakeup(order: nil, zone: nil)), (.editMade, .edits(count: 2, scope: .settings)),
  ]
}

@Suite("What a rule means")
struct RuleMeaningTests {
  @Test("Every rule has its row, in its place")
  func rows() {
    #expect(RuleMeaning.rows.map(\.rule) == Rule.allCases)
  }

  @Test("A rule names its kernel function, but for what the kernel has none")
  func symbols() {
    let nameless = Rule.allCases.filter { $0.meaning.kernelSymbol.isEmpty }
    #expect(nameless == [.none, .editMade])
  }

  @Test("Whatever a lesson can wait for, some rule makes happen")
  func milestones() {
    let known = Set(Rule.allCases.compactMap(\.meaning.milestone))
    #expect(known == Set(Milestone.allCases))
  }

  @Test("What marks a page, or belongs to its story, is about one")
  func subjects() {
    let placeless: Set<StepFacts.Shape> = [
      .nothing, .isolated, .zone, .check, .unsuitable, .putOff, .deferral, .drain, .overflow, .refill,
      .failure, .wakeup, .edits,
    ]
    for rule in Rule.allCases {
      let meaning = rule.meaning
      if meaning.subject != nil || !meaning.traits.isDisjoint(with: [.pageHistory, .pageblockHistory]) {
        #expect(!placeless.contains(meaning.shape), "\(rule)")
      }
      if meaning.subject == .target { #expect(meaning.shape == .move, "\(rule)") }
    }
  }
}
