import Simulation

/// What a memory says of the run that is being made in it.
struct RunFacts {
  let memory: Memory
  init(_ memory: Memory) { self.memory = memory }

  subscript(field: ControlField) -> Int { memory[.control(field)] }

  /// Whether a run has begun; it may be over.
  var hasBegun: Bool { self[.migratePfn] != 0 || self[.freePfn] != 0 }
  var isRunning: Bool { self[.running] != 0 }
  /// The zone that the run is in, or the first one before it begins.
  var zone: Zone { memory.zones[self[.zone]] }
  /// The very page that the migrate scanner looks at.
  var migrate: Pfn? { hasBegun ? min(max(self[.migrateCursor], zone.start), zone.end - 1) : nil }
  var free: Pfn? { hasBegun ? min(max(self[.freeCursor], zone.start), zone.end - 1) : nil }
  /// Pages between the scanners.
  var between: Int? {
    guard let migrate, let free else { return nil }
    return max(free - migrate, 0)
  }

  /// A counter as `/proc/vmstat` would show it if the run ended now.
  func counter(_ counter: VMStatCounter) -> Int {
    let settled = memory[.vmstat(counter)]
    guard isRunning else { return settled }
    switch counter {
    case .compactMigrateScanned: return settled + self[.migrateScanned]
    case .compactFreeScanned: return settled + self[.freeScanned]
    default: return settled
    }
  }
}
