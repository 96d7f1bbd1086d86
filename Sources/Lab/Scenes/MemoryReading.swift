import Simulation
import Stage

/// What a memory says of the run that is being made in it.
struct MemoryReading {
  let memory: Memory
  /// Where the scanners are; nil before the first run.
  let migrate: ScannerPosition?
  let free: ScannerPosition?
  /// The page that the step just made was about.
  private let subject: Pfn?

  /// - Parameter step: what the step just made was about.
  init(_ memory: Memory, after step: Step? = nil) {
    self.memory = memory
    subject = step?.subject
    migrate = .migrate(in: memory, after: step) { memory[$0] }
    free = .free(in: memory, after: step) { memory[$0] }
  }

  init(_ playhead: Playhead) { self.init(playhead.memory, after: playhead.lastStep) }

  subscript(field: ControlField) -> Int { memory[field] }

  var isRunning: Bool { self[.running] != 0 }
  /// The zone that the run is in; before it begins that of the page just dealt with, or the first one.
  var zone: Zone {
    let own = memory.zones[self[.zone]]
    guard migrate == nil, let subject else { return own }
    return memory.zones.first { $0.start <= subject && subject < $0.end } ?? own
  }
  /// Pages between the scanners.
  var between: Int? {
    guard let migrate, let free else { return nil }
    return max(free.pfn - migrate.pfn, 0)
  }

  /// The scanners have met, and no page is on its way any more.
  var haveMet: Bool { memory.scannersHaveMet && memory.isolatedSources.isEmpty }

  /// A counter as `/proc/vmstat` would show it if the run ended now.
  func counter(_ counter: VMStatCounter) -> Int {
    MemoryReading.counter(counter, vmstat: { memory[.vmstat($0)] }, { memory[$0] })
  }

  /// The same, of any moment that is told of by its registers.
  static func counter(
    _ counter: VMStatCounter, vmstat: (VMStatCounter) -> Int, _ control: (ControlField) -> Int
  ) -> Int {
    let settled = vmstat(counter)
    guard control(.running) != 0 else { return settled }
    switch counter {
    case .compactMigrateScanned: return settled + control(.migrateScanned)
    case .compactFreeScanned: return settled + control(.freeScanned)
    default: return settled
    }
  }
}
