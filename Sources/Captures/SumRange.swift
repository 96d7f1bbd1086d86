import Simulation

/// Between which numbers a sum lies that depends on what a recording without free lists does not hold: the order
/// in which its free pages came free. Searches through the free lists depend on that so much that one simulation
/// says little about what was scanned; several say how little. The true number may lie outside: not every order
/// is tried.
public struct SumRange: Equatable, Sendable, Encodable {
  public var name: String
  public var least: Int
  public var most: Int

  /// Whether the orders differ in it.
  public var isOpen: Bool { least != most }

  private static let orders: Range<UInt64> = 0..<9

  /// Of all sums, the plainest order's among them; none where the lists are recorded, or never searched.
  public static func all(of machine: CapturedMachine) -> [SumRange] {
    guard !machine.hasLists, machine.run.trigger.searchesFreeLists(machine.layout.scale) else { return [] }
    let sums = orders.map { seed in
      var machine = machine
      machine.freeingSeed = seed
      return EventSums(simulating: machine)
    }
    return EventSums.paths.map { path in
      let values = sums.map { $0[keyPath: path.sum] }
      return SumRange(name: path.name, least: values.min() ?? 0, most: values.max() ?? 0)
    }
  }
}

extension EventSums {
  /// The sums that the state before a run should determine, under the names that the kernel's events have.
  public static var paths: [(name: String, sum: KeyPath<EventSums, Int>)] {
    [
      ("migrate_scanned", \.migrateScanned), ("free_scanned", \.freeScanned),
      ("migrate_taken", \.migrateTaken), ("free_taken", \.freeTaken), ("migrated", \.migrated),
    ]
  }

  /// All that a run on a machine as it was recorded does.
  fileprivate init(simulating machine: CapturedMachine) {
    let (memory, run) = machine.start()
    self.init(
      run.trace(on: memory).eventsByTask(run.version).values.flatMap { Attempt.all(in: $0) }.flatMap(\.events)
    )
  }
}

extension Trigger {
  /// Whether targets are looked for in the free lists, which a run without an order does not (model 6.3).
  fileprivate func searchesFreeLists(_ scale: Scale) -> Bool {
    if case .block = aim(scale) { true } else { false }
  }
}
