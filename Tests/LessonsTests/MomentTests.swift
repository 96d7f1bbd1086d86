import Documents
import Scenarios
import Simulation
import Surroundings
import Testing

@testable import Lessons

@Suite("Moments of a run")
struct MomentTests {
  /// The run of a scenario that comes with the program.
  func recorded(_ name: String) throws -> (recording: Recording, source: any MemorySource) {
    let source = try library.scenario(named: name)
    return (source.run.record(on: source.makeMemory()), source)
  }

  @Test("An event’s moment is the step at which a playhead sees it", arguments: [1, 2, 7])
  func events(ordinal: Int) throws {
    let (recording, source) = try recorded("two-scanners")
    let playhead = Playhead(memory: source.makeMemory(), recording: recording)
    var left = ordinal
    while left > 0, playhead.forward() { if playhead.lastStep?.rule == .movesPage { left -= 1 } }
    let moment = Moment.event(.moved, ordinal: ordinal)
    #expect(moment.step(in: recording, scale: source.layout.scale) == playhead.step)
  }

  @Test("A merge is found by the order of the block that it makes")
  func merges() throws {
    let (recording, source) = try recorded("two-scanners")
    let playhead = Playhead(memory: source.makeMemory(), recording: recording)
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

  @Test("A lesson whose stops are not in the run, or not in its order, is reported")
  func checks() throws {
    let (recording, source) = try recorded("two-scanners")
    func found(_ first: String, _ second: String) -> String {
      let text = """
        ---
        title: T
        minutes: 1
        scenario: two-scanners
        you will: [see]
        ---
        ## One
        A.
        ```lab
        until: \(first)
        ```
        ## Two
        B.
        ```lab
        until: \(second)
        ```
        """
      return message {
        try Lesson(text, file: "1-a.md").check(recording, scale: source.layout.scale, file: "1-a.md")
      }
    }
    #expect(found("start", "end") == "no error")
    #expect(
      found("start", "drained")
        == "1-a.md:12:1: the run never comes to the stop “Two”; wait for something that happens in it")
    #expect(
      found("step 20", "step 3")
        == "1-a.md:12:1: the stop “Two” comes at step 3, before the one in front of it at step 20; order the stops as the run goes"
    )
  }

  @Test("Every lesson’s stops are reached in order")
  func bundled() throws {
    for path in library.lessonPaths {
      let lesson = try library.lesson(named: path)
      let source = try library.source(of: lesson)
      try lesson.check(
        lesson.run(from: source).record(on: source.makeMemory()), scale: source.layout.scale, file: path)
    }
  }

  @Test("What lessons 4 and 5 say is so")
  func claims() throws {
    for name in ["two-scanners", "two-scanners-percpu"] {
      let source = try library.source(named: name)
      let memory = source.makeMemory()
      let before = memory[.zone(0, .freePages)]
      #expect((190...220).contains(before), "two fifths of 512 pages are free")
      #expect((3...5).allSatisfy { memory.freeBlocks(zone: 0, order: $0) == 0 }, "in blocks of 1, 2 and 4")
      let lines = source.run.trace(on: memory)
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
