import Simulation

/// What the step just made has added to the counters and to the per-CPU lists.
struct StepChanges {
  static let counters: [VMStatCounter] = [
    .compactMigrateScanned, .compactFreeScanned, .compactIsolated, .pgmigrateSuccess, .pgmigrateFail,
  ]
  private(set) var counters: [Int]
  /// By CPU, of the run's zone.
  private(set) var perCPU: [Int]

  /// Takes the last step back and makes it again.
  init(_ playhead: Playhead) {
    let zone = RunFacts(playhead.memory).zone
    let after = Self.figures(playhead.memory, zone)
    guard playhead.step > 0 else {
      counters = after.counters.map { _ in 0 }
      perCPU = after.perCPU.map { _ in 0 }
      return
    }
    playhead.back()
    let before = Self.figures(playhead.memory, zone)
    playhead.forward()
    counters = zip(after.counters, before.counters).map { $0 - $1 }
    perCPU = zip(after.perCPU, before.perCPU).map { $0 - $1 }
  }

  private static func figures(_ memory: Memory, _ zone: Zone) -> (counters: [Int], perCPU: [Int]) {
    let facts = RunFacts(memory)
    return (
      counters.map(facts.counter),
      (0..<memory.layout.cpus).map { memory[memory.pagesetRegister(zone: zone.index, cpu: $0, .count)] }
    )
  }
}
