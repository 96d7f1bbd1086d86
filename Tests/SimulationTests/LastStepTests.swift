import Testing

@testable import Simulation

@Suite("What the last step changed")
struct LastStepTests {
  @Test("Every register is known as it was before the step, without going back", arguments: 0..<84)
  func before(seed: Int) throws {
    let memory = RandomMemory.teaching(seed: UInt64(seed))
    let recording = RandomRun.make(seed: UInt64(seed), on: memory).record(on: Memory(copying: memory))
    let playhead = Playhead(memory: memory, recording: recording)
    let registers = (0..<memory.registers.count).map { Register(index: $0) }
    var random = SeededGenerator(seed: UInt64(seed))
    var earlier = registers.map { memory[$0] }
    while playhead.forward() {
      let now = registers.map { memory[$0] }
      if Int.random(in: 0..<8, using: &random) == 0 {
        let changes = playhead.changes(of: registers)
        #expect(zip(now, changes).map { $0 - $1 } == earlier, "step \(playhead.step)")
      }
      earlier = now
    }
  }

  @Test("Before the first step nothing has changed")
  func atTheStart() {
    let memory = RandomMemory.teaching(seed: 1)
    let playhead = Playhead(
      memory: memory,
      recording: Run(version: .v6_12, trigger: .compactMemory).record(on: Memory(copying: memory)))
    #expect(playhead.changesOfLastStep.isEmpty)
    #expect(playhead.before(.zone(0, .freePages)) == memory[.zone(0, .freePages)])
  }
}
