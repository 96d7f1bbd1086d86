import Scenarios
import Simulation
import Surroundings
import Testing

@testable import Lessons

@Suite("Moments of a run")
struct MomentTests {
  /// The run of a scenario that comes with the program.
  func recorded(_ name: String) throws -> (recording: Recording, source: any RunSource) {
    let source = try library.scenario(named: name)
    let (memory, run) = source.start()
    return (run.record(on: memory), source)
  }

  @Test("An event’s moment is the step at which a playhead sees it", arguments: [1, 2, 7])
  func events(ordinal: Int) throws {
    let (recording, source) = try recorded("two-scanners")
    let playhead = Playhead(memory: source.start().memory, recording: recording)
    var left = ordinal
    while left > 0, playhead.forward() { if playhead.lastStep?.rule == .movesPage { left -= 1 } }
    let moment = Moment.event(.moved, ordinal: ordinal)
    #expect(moment.step(in: recording, scale: source.layout.scale) == playhead.step)
  }

  @Test("A merge is found by the order of the block that it makes")
  func merges() throws {
    let (recording, source) = try recorded("two-scanners")
    let playhead = Playhead(memory: source.start().memory, recording: recording)
    while playhead.memory.freeBlocks(zone: 0, order: 5) == 0, playhead.forward() {}
    let moment = Moment.event(.merged, atLeast: 5, ordinal: 1)
    #expect(moment.step(in: recording, scale: source.layout.scale) == playhead.step)
  }

  @Test("Start and end are the run’s, and what doesn’t happen has no step")
  func ends() throws {
    let (recording, source) = try recorded("two-scanners")
    func step(_ moment: Moment) -> Int? { moment.step(in: recording, scale: source.layout.scale) }
    #expect(step(.start) == 0)
    #expect(step(.end) == recording.stepCount)
    #expect(step(.step(7)) == 7)
    #expect(step(.step(recording.stepCount + 1)) == nil)
    #expect(step(.event(.drained, ordinal: 1)) == nil)
    #expect(Moment.end.step(in: Recording(), scale: .teaching) == nil)
  }

  @Test("What lessons 4 and 5 say is so")
  func claims() throws {
    for name in ["two-scanners", "two-scanners-percpu"] {
      let source = try library.source(named: name)
      let (memory, run) = source.start()
      let before = memory[.zone(0, .freePages)]
      #expect((190...220).contains(before), "two fifths of 512 pages are free")
      #expect((3...5).allSatisfy { memory.freeBlocks(zone: 0, order: $0) == 0 }, "in blocks of 1, 2 and 4")
      let lines = run.trace(on: memory)
      #expect(
        lines.contains { if case .end(_, _, _, _, _, .complete) = $0.tracepoint { true } else { false } })
      #expect(memory.freeBlocks(zone: 0, order: 5) >= 2)
      let listed = source.layout.zones[0].pageset == nil ? 0 : 4
      #expect(
        memory[.zone(0, .freePages)] == before - listed, "as many are free as before, but those on lists")
      #expect(memory[.vmstat(.pgmigrateFail)] > 0)
      try memory.checkInvariants()
    }
  }
}
