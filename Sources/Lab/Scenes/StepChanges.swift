import Simulation
import Stage

/// What the step just made has added to the counters and to the per-CPU lists, and where things were before.
struct StepChanges {
  static let counters: [VMStatCounter] = [
    .compactMigrateScanned, .compactFreeScanned, .compactIsolated, .pgmigrateSuccess, .pgmigrateFail,
  ]
  private(set) var counters: [Int]
  /// By CPU, of the run's zone.
  private(set) var perCPU: [Int]
  /// The move, and the scanners that entered another pageblock.
  private(set) var places = StepChange()

  /// Takes the last step back and makes it again.
  init(_ playhead: Playhead) {
    let now = MemoryReading(playhead)
    let zone = now.zone
    let after = Self.figures(playhead.memory, zone)
    guard let step = playhead.lastStep else {
      counters = after.counters.map { _ in 0 }
      perCPU = after.perCPU.map { _ in 0 }
      return
    }
    playhead.back()
    let before = Self.figures(playhead.memory, zone)
    let earlier = MemoryReading(playhead)
    playhead.forward()
    counters = zip(after.counters, before.counters).map { $0 - $1 }
    perCPU = zip(after.perCPU, before.perCPU).map { $0 - $1 }
    places.move = StepChange.Move(step)
    if earlier.migrate?.pageblock != now.migrate?.pageblock { places.migrate = earlier.migrate }
    if earlier.free?.pageblock != now.free?.pageblock { places.free = earlier.free }
  }

  private static func figures(_ memory: Memory, _ zone: Zone) -> (counters: [Int], perCPU: [Int]) {
    let reading = MemoryReading(memory)
    return (
      counters.map(reading.counter),
      (0..<memory.layout.cpus).map { memory[memory.pagesetRegister(zone: zone.index, cpu: $0, .count)] }
    )
  }
}
