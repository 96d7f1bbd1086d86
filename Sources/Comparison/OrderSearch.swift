import KernelInterface
import Scenarios
import Simulation

/// A recording of huge page requests without its free lists, simulated under several orders in which its free
/// pages may have come free. Searches through the free lists depend on the order so much that one simulation
/// says little about what was scanned; several say how little.
public struct OrderSearch: Sendable {
  /// The machine with the order whose sums lie nearest the medians of all.
  public let machine: CapturedMachine
  /// Where the sums lie under all orders tried; empty where the lists are recorded, or never searched.
  public let ranges: [SumRange]

  private static let orders: Range<UInt64> = 0..<9

  public init(_ capture: Capture) {
    let plain = CapturedMachine(capture.before, info: capture.info)
    guard !plain.hasLists, plain.run.trigger.searchesFreeLists else {
      machine = plain
      ranges = []
      return
    }
    let machines = OrderSearch.orders.map { seed in
      var machine = plain
      machine.freeingSeed = seed
      return machine
    }
    let sums = machines.map(EventSums.init(simulating:))
    let columns = EventSums.paths.map { path in sums.map { $0[keyPath: path.sum] }.sorted() }
    // How many times as large or small as the median each sum is.
    let distances = sums.map { sums in
      zip(EventSums.paths, columns).reduce(0.0) { distance, next in
        let value = Double(max(1, sums[keyPath: next.0.sum]))
        let median = Double(max(1, next.1[next.1.count / 2]))
        return distance + max(value, median) / min(value, median)
      }
    }
    let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
    machine = machines[nearest]
    ranges = zip(EventSums.paths, columns).map { path, column in
      SumRange(name: path.name, least: column[0], most: column[column.count - 1])
    }
  }
}

/// Between which numbers a sum lies. The true one may lie outside: not every order is tried.
public struct SumRange: Equatable, Sendable, Encodable {
  public var name: String
  public var least: Int
  public var most: Int

  /// Whether the orders differ in it.
  public var isOpen: Bool { least != most }
}

extension EventSums {
  /// The sums that the state before a run should determine, under the names that the kernel's events have.
  static var paths: [(name: String, sum: KeyPath<EventSums, Int>)] {
    [
      ("migrate_scanned", \.migrateScanned), ("free_scanned", \.freeScanned),
      ("migrate_taken", \.migrateTaken), ("free_taken", \.freeTaken), ("migrated", \.migrated),
    ]
  }

  /// All that a run on a machine as it was recorded does.
  fileprivate init(simulating machine: CapturedMachine) {
    let (memory, run, _) = machine.start()
    let trace = SimulatedTrace(run.trace(on: memory), version: run.version)
    self.init(trace.eventsByTask.values.flatMap { Attempt.all(in: $0) }.flatMap(\.events))
  }
}

extension Simulation.Trigger {
  /// Whether targets are looked for in the free lists, which a run without an order does not (model 6.3).
  fileprivate var searchesFreeLists: Bool {
    switch self {
    case .compactMemory, .proactive, .contiguous: false
    case .hugePageFaults, .hugePagePool, .allocations, .kcompactd: true
    }
  }
}
