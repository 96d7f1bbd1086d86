import Testing

@testable import Simulation

@Suite("Settings changed in the middle of a run")
struct RestartTests {
  /// A run, and the same one in which something else is asked for at a step chosen by chance.
  private struct Fork {
    let memory: Memory
    let first: Trigger
    let original: Recording
    let branch: Recording
    let step: Int
    let next: (version: KernelVersion, trigger: Trigger)

    init(seed: Int) {
      var random = SeededGenerator(seed: UInt64(seed) &* 0x5851_f42d)
      memory = RandomMemory.teaching(seed: UInt64(seed))
      var run = RandomRun.make(seed: UInt64(seed), on: memory)
      first = run.trigger
      original = run.record(on: Memory(copying: memory))
      step = Int.random(in: 0...original.stepCount, using: &random)
      let triggers: [Trigger] = [
        .compactMemory, .proactive, .kcompactd(order: 3, highestZone: .movable),
        .allocations([Trigger.Allocation(order: 4, gfp: .highUserMovable)]),
      ]
      next = (
        KernelVersion.all.randomElement(using: &random) ?? .v6_12,
        triggers.randomElement(using: &random) ?? .compactMemory
      )
      run.edits[step] = [.restart(next.version, next.trigger)]
      branch = run.record(on: Memory(copying: memory))
    }

    func playhead(_ recording: Recording) -> Playhead {
      Playhead(memory: Memory(copying: memory), recording: recording)
    }
  }

  @Test(
    "Up to there the run is the same; afterwards nothing is lost, and no page stays isolated",
    arguments: 0..<210)
  func holdsTogether(seed: Int) throws {
    let fork = Fork(seed: seed)
    let old = fork.playhead(fork.original)
    let new = fork.playhead(fork.branch)
    old.seek(to: fork.step)
    new.seek(to: fork.step)
    #expect(old.memory.digest == new.memory.digest, "step \(fork.step)")
    #expect(old.lastStep == new.lastStep)
    new.forward()
    #expect(new.lastStep?.rule == .editMade)
    repeat { try new.memory.checkInvariants() } while new.forward()
    for pfn in new.memory.base..<new.memory.end {
      let place = new.memory.frame(at: pfn).place
      #expect(place == .none || place == .buddy || place == .perCPU, "page \(pfn) of seed \(seed)")
    }
    #expect(pages(in: new.memory) == pages(in: old.memory) || asksForPages(fork))
  }

  /// How many pages of each kind there are.
  private func pages(in memory: Memory) -> [PageKind: Int] {
    (memory.base..<memory.end).reduce(into: [:]) { $0[memory.frame(at: $1).kind, default: 0] += 1 }
  }

  /// What is allocated, or reclaimed for it, changes what memory holds.
  private func asksForPages(_ fork: Fork) -> Bool {
    if case .allocations = fork.next.trigger { return true }
    switch fork.first {
    case .compactMemory, .proactive, .kcompactd: return false
    default: return true
    }
  }

  @Test("The same branch is the same to the byte, forward, back and by jumps", arguments: 0..<60)
  func bothWays(seed: Int) {
    let fork = Fork(seed: seed)
    let there = fork.playhead(fork.branch)
    there.seek(to: there.stepCount)
    let again = fork.playhead(Fork(seed: seed).branch)
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<12 {
      let step = Int.random(in: 0...there.stepCount, using: &random)
      while there.step > step { there.back() }
      while there.step < step { there.forward() }
      again.seek(to: step)
      #expect(there.memory.digest == again.memory.digest, "step \(step)")
      #expect(there.lastStep == again.lastStep)
    }
    again.seek(to: 0)
    #expect(again.memory.digest == fork.memory.digest)
  }

  @Test("Before anything has happened it is the other run, on the same memory", arguments: KernelVersion.all)
  func atTheStart(version: KernelVersion) {
    let memory = RandomMemory.teaching(seed: 4)
    var run = Run(version: .v6_12, trigger: .compactMemory)
    run.edits[0] = [.restart(version, .kcompactd(order: 3, highestZone: .movable))]
    let plain = Run(version: version, trigger: .kcompactd(order: 3, highestZone: .movable))
    run.prepare(memory)
    let (restarted, expected) = (Memory(copying: memory), Memory(copying: memory))
    let steps = run.record(on: restarted).stepCount
    #expect(steps == plain.record(on: expected).stepCount + 1)
    expected.set(.kernel(.request), to: 1)
    expected.set(.kernel(.successors), to: 1)
    #expect(restarted.digest == expected.digest)
  }

  @Test("Behind its last step a run is followed by the other one, as if that were asked for later")
  func atTheEnd() throws {
    for seed in 0..<30 {
      let memory = RandomMemory.teaching(seed: UInt64(seed))
      var run = Run(version: .v6_12, trigger: .compactMemory)
      let done = Memory(copying: memory)
      let steps = run.record(on: done).stepCount
      let second = Run(version: .v6_1, trigger: .compactMemory).record(on: done)
      run.edits[steps] = [.restart(.v6_1, .compactMemory)]
      let both = Memory(copying: memory)
      let recording = run.record(on: both)
      done.set(.kernel(.request), to: 1)
      done.set(.kernel(.successors), to: 1)
      #expect(both.digest == done.digest)
      #expect(recording.stepCount == steps + 1 + second.stepCount)
    }
  }

  /// A run that is given up in a scan, behind its first isolated page, for one by hand; nil where it
  /// isolates none.
  private func restarted(_ run: Run, on memory: Memory) -> (branch: Playhead, step: Int)? {
    let original = Playhead(
      memory: Memory(copying: memory), recording: run.record(on: Memory(copying: memory)))
    guard let step = original.find(.rule(.isolatesPage), forward: true) else { return nil }
    var run = run
    run.edits[step] = [.restart(.v6_12, .compactMemory)]
    return (Playhead(memory: Memory(copying: memory), recording: run.record(on: memory)), step)
  }

  @Test("In a scan the next look for a signal ends the run as contended, what it isolated goes back")
  func abandonedScan() throws {
    var found = 0
    for seed in 0..<40 {
      let memory = RandomMemory.teaching(seed: UInt64(seed), perCPULists: false)
      let run = Run(version: .v6_12, trigger: .compactMemory)
      guard let (branch, step) = restarted(run, on: memory) else { continue }
      branch.seek(to: step)
      let stop = try #require(branch.find(.rule(.abortedBySignal), forward: true))
      let end = try #require(branch.find(.rule(.runEnds), forward: true))
      branch.seek(to: stop)
      guard case .signal(let looked, byThread: false)? = branch.lastStep?.facts, stop < end else { continue }
      #expect(looked % memory.scale.clusterMax == 0)
      branch.seek(to: end)
      guard case .runEnd(_, _, .contended)? = branch.lastStep?.facts else {
        Issue.record("seed \(seed): \(String(describing: branch.lastStep))")
        continue
      }
      #expect(branch.memory[.sources] == 0)
      #expect(branch.memory[.nrFreepages] == 0)
      found += 1
    }
    #expect(found > 10)
  }

  @Test("kcompactd, which no signal ends, stops in the same place, and that is said")
  func kernelThread() throws {
    var found = 0
    for seed in 0..<40 {
      let memory = RandomMemory.teaching(seed: UInt64(seed), perCPULists: false)
      var run = Run(version: .v6_12, trigger: .proactive)
      run.tunables.compactionProactiveness = 100
      guard let (branch, _) = restarted(run, on: memory) else { continue }
      guard let stop = branch.find(.rule(.abortedBySignal), forward: true) else { continue }
      branch.seek(to: stop)
      guard case .signal(_, byThread: true)? = branch.lastStep?.facts else {
        Issue.record("seed \(seed): \(String(describing: branch.lastStep))")
        continue
      }
      found += 1
    }
    #expect(found > 5)
  }

  @Test("A kcompactd that has nothing to do says so")
  func sleepsOn() {
    for trigger in [Trigger.proactive, .kcompactd(order: 1, highestZone: .movable)] {
      let memory = Memory(
        layout: MachineLayout(
          scale: .teaching,
          zones: [
            ZoneLayout(
              name: .normal, ranges: [0x1000...0x10ff], watermarks: Watermarks(min: 4, low: 5, high: 6))
          ]))
      memory.freeRemainingPages()
      let start = Memory(copying: memory)
      let playhead = Playhead(
        memory: start, recording: Run(version: .v6_12, trigger: trigger).record(on: memory))
      #expect(playhead.stepCount == 1)
      playhead.forward()
      #expect(playhead.lastStep?.rule == .kcompactdSleepsOn)
    }
  }

  // MARK: Watermarks

  @Test("Watermarks must rise, within the zone")
  func marksRise() {
    let memory = RandomMemory.teaching(seed: 1)
    let pages = memory.zones[0].layout.managed
    let wrong = [(5, 4, 6), (-1, 4, 6), (4, 7, 6), (4, 5, pages + 1)]
    for (min, low, high) in wrong {
      let marks = Watermarks(min: min, low: low, high: high)
      #expect(throws: EditRefusal.marksMustRise) { try memory.check(.setWatermarks(marks, zone: 0)) }
    }
    let marks = Watermarks(min: 3, low: 3, high: pages)
    #expect(throws: EditRefusal.marksMustRise) {
      try memory.check(.setWatermarks(marks, zone: memory.zones.count))
    }
    #expect(throws: Never.self) { try memory.check(.setWatermarks(marks, zone: 0)) }
  }

  @Test("New watermarks hold for the tests that follow, and are taken back with the step")
  func marksHold() throws {
    let memory = RandomMemory.teaching(seed: 2, perCPULists: false)
    let old = memory.watermarks(ofZone: 0)
    let pages = memory.zones[0].layout.managed
    let marks = Watermarks(min: pages, low: pages, high: pages)
    var run = Run(version: .v6_12, trigger: .compactMemory)
    let free = run.record(on: Memory(copying: memory))
    let step = try #require(
      Playhead(memory: Memory(copying: memory), recording: free).find(.rule(.isolatesPage), forward: true))
    run.edits[step] = [.setWatermarks(marks, zone: 0)]
    let playhead = Playhead(memory: Memory(copying: memory), recording: run.record(on: memory))
    playhead.seek(to: step)
    #expect(playhead.memory.watermarks(ofZone: 0) == old)
    playhead.forward()
    #expect(playhead.lastStep?.rule == .editMade)
    #expect(playhead.memory.watermarks(ofZone: 0) == marks)
    let refused = try #require(playhead.find(.rule(.freeStopsAtWatermark), forward: true))
    #expect(refused > step, "no free page may be taken any more")
    playhead.back()
    #expect(playhead.memory.watermarks(ofZone: 0) == old)
  }

  // MARK: Nobody waits

  @Test("A run that nobody wants any more stops within a chunk and leaves the memory whole")
  func unwanted() throws {
    let memory = Memory(
      layout: MachineLayout(
        scale: .kernel,
        zones: [
          ZoneLayout(
            name: .normal, ranges: [0x1000...0x18fff], watermarks: Watermarks(min: 64, low: 80, high: 96))
        ]))
    var random = SeededGenerator(seed: 11)
    for pfn in 0x1000...0x18fff where Bool.random(using: &random) { memory.place(.anonymous, .lru, at: pfn) }
    memory.freeRemainingPages()
    var run = Run(version: .v6_12, trigger: .compactMemory)
    try #require(run.record(on: Memory(copying: memory)).chunks.count > 3)
    run.edits[1_000_000_000] = [.restart(.v6_12, .compactMemory)]
    var chunks = 0
    run.record(on: memory, isWanted: { chunks < 2 }, publish: { _ in chunks += 1 })
    #expect(chunks <= 3)
    try memory.checkInvariants()
    #expect(memory[.sources] == 0 && memory[.nrFreepages] == 0)
  }
}
