import Captures
import KernelInterface
import Simulation

/// What a recording's trigger did, simulated from the state before it.
public struct CaptureSimulation: Sendable {
  public let trace: SimulatedTrace
  public let report: CaptureReport

  public init(_ capture: Capture) {
    let machine = CapturedMachine(capture)
    let (memory, run, inferences) = machine.reconstructed()
    trace = SimulatedTrace(run.trace(on: memory), version: run.version)
    report = CaptureReport(trace, memory, run, inferences: inferences, ranges: SumRange.all(of: machine))
  }
}

/// How a simulated recording went, in sums.
public struct CaptureReport: Encodable, Sendable {
  public var rules: String
  public var inferences: [String]
  /// Between which numbers the sums lie, under the orders tried of lists that are not recorded.
  public var ranges: [SumRange]
  public var migrateScanned = 0
  public var freeScanned = 0
  public var isolated = 0
  public var migrated = 0
  public var failed = 0
  public var runs = 0
  public var succeeded = 0
  /// Under the names of `/proc/vmstat`.
  public var vmstat: [String: Int]
  /// Free blocks by order, after the run.
  public var buddyinfo: [String: [Int]]
  public var hugePages: Int

  init(
    _ trace: SimulatedTrace, _ memory: Memory, _ run: Run, inferences: [String], ranges: [SumRange]
  ) {
    rules = run.version.description
    self.inferences = inferences
    self.ranges = ranges
    let attempts = trace.eventsByTask.values.flatMap { Attempt.all(in: $0) }
    let sums = EventSums(attempts.flatMap(\.events))
    migrateScanned = sums.migrateScanned
    freeScanned = sums.freeScanned
    isolated = sums.migrateTaken + sums.freeTaken
    migrated = sums.migrated
    failed = sums.failed
    runs = attempts.count
    succeeded = attempts.count { $0.status == "success" }
    vmstat = Dictionary(
      uniqueKeysWithValues: VMStatCounter.allCases.map { ($0.procName, memory[.vmstat($0)]) })
    buddyinfo = Dictionary(
      uniqueKeysWithValues: memory.zones.map {
        ($0.name.description, memory.freeBlockCounts(zone: $0.index).blocks)
      })
    hugePages = (memory.census[.hugetlb] ?? 0) >> memory.scale.hugeOrder
  }

  /// A name and a number a line; what had to be inferred as comments.
  public var text: String {
    let numbers: [(String, Int)] = [
      ("migrate_scanned", migrateScanned), ("free_scanned", freeScanned), ("isolated", isolated),
      ("migrated", migrated), ("failed", failed), ("runs", runs), ("succeeded", succeeded),
    ]
    let lines =
      inferences.map { "# \($0)" } + ranges.filter(\.isOpen).map(\.comment)
      + numbers.map { "\($0.0) \($0.1)" }
      + vmstat.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension SumRange {
  fileprivate var comment: String {
    "# \(name) came out between \(least) and \(most) with several orders of the free lists"
  }
}
