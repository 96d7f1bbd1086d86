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

  /// Reads it from the changes of the step; nothing moves for it.
  init(_ playhead: Playhead) {
    let memory = playhead.memory
    let now = MemoryReading(playhead)
    guard let step = playhead.lastStep else {
      counters = Self.counters.map { _ in 0 }
      perCPU = (0..<memory.layout.cpus).map { _ in 0 }
      return
    }
    counters = Self.counters.map { counter in
      now.counter(counter)
        - MemoryReading.counter(counter, vmstat: { playhead.before(.vmstat($0)) }, playhead.before)
    }
    perCPU = playhead.changes(
      of: (0..<memory.layout.cpus).map { memory.pagesetRegister(zone: now.zone.index, cpu: $0, .count) })
    places.move = StepChange.Move(step)
    let preceding = playhead.precedingStep
    let migrate = ScannerPosition.migrate(in: memory, after: preceding, playhead.before)
    let free = ScannerPosition.free(in: memory, after: preceding, playhead.before)
    if migrate?.pageblock != now.migrate?.pageblock { places.migrate = migrate }
    if free?.pageblock != now.free?.pageblock { places.free = free }
  }
}
