import Testing

@testable import Simulation

@Suite("Time goes both ways")
struct TimelineTests {
  /// A seed's memory, the run recorded from it, and the digest after each step.
  private struct Film {
    let recording: Recording
    let playhead: Playhead
    let digests: [UInt64]

    init(seed: UInt64) {
      let memory = RandomMemory.teaching(seed: seed)
      recording = RandomRun.make(seed: seed, on: memory).record(on: Memory(copying: memory))
      playhead = Playhead(memory: memory, recording: recording)
      var digests = [memory.digest]
      while playhead.forward() { digests.append(memory.digest) }
      self.digests = digests
    }
  }

  @Test("Forward k equals forward n and back n − k equals run again, byte for byte", arguments: 0..<300)
  func roundTrip(seed: Int) {
    let film = Film(seed: UInt64(seed))
    #expect(film.playhead.step == film.recording.stepCount)
    #expect(film.digests.count == film.recording.stepCount + 1)
    var step = film.recording.stepCount
    while film.playhead.back() {
      step -= 1
      guard film.playhead.memory.digest == film.digests[step] else {
        Issue.record("seed \(seed): step \(step) differs after going back")
        return
      }
    }
    #expect(step == 0)
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<20 {
      let target = Int.random(in: 0...film.recording.stepCount, using: &random)
      film.playhead.seek(to: target)
      #expect(film.playhead.step == target)
      #expect(film.playhead.memory.digest == film.digests[target], "seed \(seed), seek to \(target)")
    }
  }

  @Test(
    "Going back stops at the very boundaries at which going forward stopped",
    arguments: [StepSize.phase, .pageblock, .event])
  func boundariesAgree(size: StepSize) {
    for seed in 0..<40 {
      let film = Film(seed: UInt64(seed))
      film.playhead.seek(to: 0)
      var stops = [0]
      while film.playhead.forward(size) { stops.append(film.playhead.step) }
      while film.playhead.step > 0 {
        #expect(film.playhead.step == stops.popLast(), "seed \(seed)")
        film.playhead.back(size)
      }
      #expect(stops == [0])
    }
  }

  @Test("A larger step stops only where every smaller one stops too")
  func boundariesNest() {
    for seed in 0..<40 {
      let film = Film(seed: UInt64(seed))
      func stops(_ size: StepSize) -> Set<Int> {
        film.playhead.seek(to: 0)
        var stops: Set<Int> = []
        while film.playhead.forward(size) { stops.insert(film.playhead.step) }
        return stops
      }
      let phases = stops(.phase)
      #expect(stops(.pageblock).isSubset(of: phases))
      #expect(stops(.event).isSubset(of: phases))
    }
  }

  @Test(
    "The state holds together at every step, whatever the version and the entry point",
    arguments: 0..<300)
  func invariantsHold(seed: Int) throws {
    let memory = RandomMemory.teaching(seed: UInt64(seed))
    let run = RandomRun.make(seed: UInt64(seed), on: memory)
    let recording = run.record(on: Memory(copying: memory))
    let playhead = Playhead(memory: memory, recording: recording)
    let start = memory.census
    try memory.checkInvariants()
    while playhead.forward() {
      do {
        try memory.checkInvariants()
      } catch {
        Issue.record(
          "seed \(seed), \(run.trigger), step \(playhead.step), \(String(describing: playhead.lastStep)): \(error)"
        )
        return
      }
    }
    if run.trigger == .compactMemory || run.trigger == .proactive {
      #expect(memory.census == start, "no page is made or lost")
    } else {
      #expect(memory.census.values.reduce(0, +) == start.values.reduce(0, +))
    }
  }

  @Test("Recording, tracing and bare running leave the same memory")
  func listenersChangeNothing() {
    for seed in 0..<60 {
      let memory = RandomMemory.teaching(seed: UInt64(seed))
      let run = RandomRun.make(seed: UInt64(seed), on: memory)
      let bare = Memory(copying: memory)
      run.simulate(on: bare)
      let traced = Memory(copying: memory)
      _ = run.trace(on: traced)
      let recorded = Memory(copying: memory)
      _ = run.record(on: recorded)
      #expect(bare.digest == traced.digest)
      #expect(bare.digest == recorded.digest)
    }
  }
}

@Suite("Far jumps through a long recording")
struct TimelineIndexTests {
  /// A zone of 128 MiB with every other page in use, chosen by chance.
  private func memory() -> Memory {
    let memory = Memory(
      layout: MachineLayout(
        scale: .kernel,
        zones: [
          ZoneLayout(
            name: .normal, ranges: [0x1000...0x8fff], watermarks: Watermarks(min: 64, low: 80, high: 96),
            pageset: PagesetLayout(batch: 31, high: 500, highMax: 4000))
        ]))
    var random = SeededGenerator(seed: 11)
    for pfn in 0x1000...0x8fff where Bool.random(using: &random) {
      memory.place(.anonymous, .lru, at: pfn)
    }
    memory.freeRemainingPages()
    return memory
  }

  @Test("A jump by deltas arrives at the same state as playing all that lies between")
  func deltasEqualPlaying() throws {
    let start = memory()
    let left = Memory(copying: start)
    let recording = Run(version: .v6_12, trigger: .compactMemory).record(on: left)
    try #require(recording.chunks.count > 1)
    let played = Playhead(memory: Memory(copying: start), recording: recording)
    let jumped = Playhead(memory: Memory(copying: start), recording: recording)
    jumped.index = TimelineIndex(recording: recording, playingBack: left)
    #expect(jumped.index != nil)
    #expect(left.digest == start.digest, "playing back leads to the start")
    var random = SeededGenerator(seed: 3)
    for target in [recording.stepCount, 0]
      + (0..<64).map({ _ in Int.random(in: 0...recording.stepCount, using: &random) })
    {
      played.seek(to: target)
      jumped.seek(to: target)
      #expect(played.memory.digest == jumped.memory.digest, "step \(target)")
      #expect(played.lastStep == jumped.lastStep)
    }
  }
}

@Suite("Editing, searching and following pages")
struct TimelineQuestionTests {
  private func film(seed: UInt64) -> (memory: Memory, run: Run, recording: Recording) {
    let memory = RandomMemory.teaching(seed: seed, perCPULists: false)
    let run = Run(version: .v6_12, trigger: .compactMemory)
    return (memory, run, run.record(on: Memory(copying: memory)))
  }

  @Test("An edit at a step leaves all before it as it was and holds together afterwards", arguments: 0..<150)
  func branches(seed: Int) throws {
    var (memory, run, original) = film(seed: UInt64(seed))
    var random = SeededGenerator(seed: UInt64(seed))
    let branchStep = Int.random(in: 1..<original.stepCount, using: &random)
    let zone = memory.zones[0]
    let pfns = (0..<8).map { _ in Int.random(in: zone.start..<zone.end, using: &random) }
    run.edits[branchStep] =
      pfns.prefix(3).map { .occupy($0, .kernel, []) } + pfns.dropFirst(3).map { .release($0) }
      + [.setMigratetype(.unmovable, pageblockAt: pfns[0])]
    let branch = run.record(on: Memory(copying: memory))
    let old = Playhead(memory: Memory(copying: memory), recording: original)
    let new = Playhead(memory: Memory(copying: memory), recording: branch)
    old.seek(to: branchStep)
    new.seek(to: branchStep)
    #expect(old.memory.digest == new.memory.digest, "seed \(seed)")
    while new.forward() { try new.memory.checkInvariants() }
    #expect(new.find(.rule(.editMade), forward: false) == branchStep + editSteps(new, from: branchStep))
  }

  /// Steps from the branch to the end of the edit: frees of the edit are steps of their own.
  private func editSteps(_ playhead: Playhead, from step: Int) -> Int {
    playhead.seek(to: step)
    var steps = 0
    repeat {
      playhead.forward()
      steps += 1
    } while playhead.lastStep?.rule != .editMade && playhead.step < playhead.stepCount
    playhead.seek(to: playhead.stepCount)
    return steps
  }

  @Test("A search finds the nearest step at which the condition holds, forward and back")
  func searches() {
    for seed in 0..<40 {
      let (memory, _, recording) = film(seed: UInt64(seed))
      let playhead = Playhead(memory: memory, recording: recording)
      var moves: [Int] = []
      var larges: [Int] = []
      var before = memory.freeBlocks(zone: 0, order: 4) + memory.freeBlocks(zone: 0, order: 5)
      while playhead.forward() {
        if playhead.lastStep?.rule == .movesPage { moves.append(playhead.step) }
        let now = memory.freeBlocks(zone: 0, order: 4) + memory.freeBlocks(zone: 0, order: 5)
        if before == 0, now > 0 { larges.append(playhead.step) }
        before = now
      }
      let inBetween = [0, recording.stepCount / 3, recording.stepCount / 2, recording.stepCount]
      for step in inBetween + moves.prefix(3) + larges.suffix(3) {
        playhead.seek(to: step)
        #expect(playhead.find(.rule(.movesPage), forward: true) == moves.first { $0 > step })
        #expect(playhead.find(.rule(.movesPage), forward: false) == moves.last { $0 < step })
        #expect(
          playhead.find(.freeBlock(order: 4, zone: 0), forward: true) == larges.first { $0 > step })
        #expect(
          playhead.find(.freeBlock(order: 4, zone: 0), forward: false) == larges.last { $0 < step })
      }
    }
  }

  @Test("A page that moved knows where it came from and where it will be")
  func histories() {
    var moved = 0
    for seed in 0..<40 {
      let (memory, _, recording) = film(seed: UInt64(seed))
      let playhead = Playhead(memory: memory, recording: recording)
      while playhead.forward() {
        guard let step = playhead.lastStep, step.rule == .movesPage,
          case .move(let source, let target) = step.facts
        else { continue }
        moved += 1
        let history = recording.history(of: target, atStep: playhead.step)
        let entry = history.first { $0.step == playhead.step }
        #expect(entry?.from == source)
        #expect(entry?.to == target)
        // A piece was isolated with the folio that it was split from.
        if playhead.find(.rule(.splitsFolio), forward: false) != nil { break }
        #expect(
          history.contains {
            [.isolatesPage, .isolatesFolio, .collectsPage].contains($0.rule) && $0.step < playhead.step
          })
        break
      }
    }
    #expect(moved > 10)
  }

  @Test("Each event of the list carries the step at which it happened")
  func events() {
    let (memory, run, recording) = film(seed: 5)
    let events = recording.events
    #expect(events.map(\.tracepoint) == run.trace(on: Memory(copying: memory)).map(\.tracepoint))
    #expect(events.map(\.step) == events.map(\.step).sorted())
    #expect((events.last?.step ?? 0) <= recording.stepCount)
  }
}

@Suite("Edits made for a look")
struct TriedEditsTests {
  @Test("Edits made for a look are there meanwhile, and leave no trace", arguments: 0..<100)
  func leavesNoTrace(seed: Int) throws {
    let memory = RandomMemory.teaching(seed: UInt64(seed), perCPULists: seed % 2 == 0)
    var random = SeededGenerator(seed: UInt64(seed))
    let zone = memory.zones[0]
    let pfns = (0..<12).map { _ in Int.random(in: zone.start..<zone.end, using: &random) }
    let edits: [Edit] =
      pfns.prefix(5).map { .occupy($0, .kernel, []) } + pfns.dropFirst(5).map { .release($0) }
      + [.setMigratetype(.unmovable, pageblockAt: pfns[0])]
    let before = memory.digest
    let copy = Memory(copying: memory)
    let possible = edits.filter { edit in
      guard (try? copy.check(edit)) != nil else { return false }
      return (try? copy.make([edit])) != nil
    }
    let (meanwhile, steps) = memory.trying(edits) { tried in
      #expect(tried.impossible.count == edits.count - possible.count)
      return (memory.digest, tried.steps)
    }
    #expect(meanwhile == copy.digest)
    #expect(memory.digest == before)
    var run = Run(version: .v6_12, trigger: .compactMemory)
    run.edits[0] = edits
    let playhead = Playhead(memory: Memory(copying: memory), recording: run.record(on: memory))
    playhead.seek(to: steps)
    #expect(playhead.lastStep?.rule == .editMade)
    #expect(playhead.memory.digest == copy.digest)
  }
}
