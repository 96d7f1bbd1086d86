import Testing

@testable import Simulation

@Suite("Going on from a quiet point")
struct CheckpointTests {
  /// A run recorded with every quiet point kept.
  private struct Film {
    let memory: Memory
    let run: Run
    let recording: Recording

    init(seed: Int, trigger: Trigger? = nil) {
      memory = RandomMemory.teaching(seed: UInt64(seed))
      var run = RandomRun.make(seed: UInt64(seed), on: memory)
      if let trigger {
        run.agenda.first.trigger = trigger
        run.prepare(memory)
      }
      self.run = run
      recording = run.record(on: Memory(copying: memory), checkpointDistance: 0)
    }

    /// The whole recording as it comes out if all before a quiet point is taken over.
    func recording(goingOnFrom checkpoint: Checkpoint, _ run: Run) -> Recording {
      var recording = self.recording.prefix(upTo: checkpoint)
      let memory = Memory(copying: memory)
      recording.replay(on: memory)
      run.record(on: memory, goingOnFrom: recording, checkpointDistance: 0) { recording.append($0) }
      return recording
    }
  }

  @Test("A kernel that knows only the memory goes on with the very same changes", arguments: 0..<84)
  func sameChanges(seed: Int) {
    let film = Film(seed: seed)
    var random = SeededGenerator(seed: UInt64(seed))
    for checkpoint in film.recording.checkpoints.shuffled(using: &random).prefix(3) {
      let again = film.recording(goingOnFrom: checkpoint, film.run)
      #expect(again.changes == film.recording.changes, "seed \(seed), step \(checkpoint.step)")
      #expect(again.events == film.recording.events)
      #expect(again.marks == film.recording.marks)
    }
  }

  @Test("Runs by hand and in advance are quiet before every batch, others before every page they ask for")
  func quietPoints() {
    for seed in 0..<12 {
      let byHand = Film(seed: seed, trigger: .compactMemory)
      let tests = byHand.recording.events.filter { if case .finished = $0.tracepoint { true } else { false } }
      #expect(byHand.recording.checkpoints.count >= tests.count)
      let wanted = Trigger.Allocation(order: 2, gfp: .highUserMovable)
      let asked = Film(seed: seed, trigger: .allocations([wanted, wanted, wanted]))
      #expect(asked.recording.checkpoints.count == 2)
    }
  }

  @Test(
    "A branch that goes on from the last quiet point is the one that is made from the start",
    arguments: 0..<84)
  func branches(seed: Int) throws {
    let film = Film(seed: seed)
    var random = SeededGenerator(seed: UInt64(seed) &+ 77)
    guard film.recording.stepCount > 0 else { return }
    let step = Int.random(in: 1...film.recording.stepCount, using: &random)
    var run = film.run
    let zone = film.memory.zones[0]
    run.edits[step] = [
      .occupy(Int.random(in: zone.start..<zone.end, using: &random), .kernel, []),
      .restart(KernelVersion.all.randomElement(using: &random) ?? .v6_12, .compactMemory),
    ]
    let whole = run.record(on: Memory(copying: film.memory), checkpointDistance: 0)
    guard let checkpoint = film.recording.checkpoint(before: step) else { return }
    #expect(checkpoint.step < step)
    let branch = film.recording(goingOnFrom: checkpoint, run)
    #expect(branch.changes == whole.changes)
    #expect(branch.stepCount == whole.stepCount)
  }

  @Test("The part before a quiet point is shared, not made again")
  func shares() throws {
    let film = Film(seed: 3, trigger: .compactMemory)
    let last = try #require(film.recording.checkpoints.last)
    let prefix = film.recording.prefix(upTo: last)
    #expect(prefix.stepCount == last.step)
    #expect(zip(prefix.chunks.dropLast(), film.recording.chunks).allSatisfy { $0 === $1 })
    #expect(Array(film.recording.changes.prefix(prefix.changeCount)) == prefix.changes)
  }

  @Test("Quiet points are kept some way apart, and none lies before the first step's changes")
  func distance() {
    let memory = RandomMemory.teaching(seed: 9)
    let run = Run(version: .v6_12, trigger: .compactMemory)
    let sparse = run.record(on: Memory(copying: memory), checkpointDistance: 500)
    let changes = sparse.checkpoints.map { sparse.prefix(upTo: $0).changeCount }
    #expect(!changes.isEmpty && zip(changes, changes.dropFirst()).allSatisfy { $1 - $0 >= 500 })
    #expect(sparse.checkpoint(before: 0) == nil)
    #expect(sparse.checkpoint(before: 1) == nil)
  }
}

extension Recording {
  fileprivate var changes: [Change] { chunks.flatMap(\.changes) }
}
