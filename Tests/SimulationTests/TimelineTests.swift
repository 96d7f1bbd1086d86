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

  @Test("Forward k equals forward n and back n − k equals run again, byte for byte", arguments: 0..<1000)
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
    arguments: 0..<1000)
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
          "seed \(seed), \(run.trigger), step \(playhead.step), \(String(describing: playhead.facts)): \(error)"
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
    jumped.index = try #require(TimelineIndex(recording: recording, playingBack: left))
    #expect(left.digest == start.digest, "playing back leads to the start")
    var random = SeededGenerator(seed: 3)
    for target in [recording.stepCount, 0]
      + (0..<64).map({ _ in Int.random(in: 0...recording.stepCount, using: &random) })
    {
      played.seek(to: target)
      jumped.seek(to: target)
      #expect(played.memory.digest == jumped.memory.digest, "step \(target)")
      #expect(played.facts == jumped.facts)
    }
  }
}
