import Captures
import KernelInterface
import Simulation

/// A recorded run beside the simulated one: what was traced, counted, and left behind.
public struct Comparison: Sendable, Encodable {
  /// The kernel that was recorded, and the line of kernels whose rules were simulated.
  public let release: String
  public let rules: String
  public let trigger: String
  /// What the recording does not hold, and what was taken instead.
  public let inferences: [Inference]
  /// Between which numbers the sums lie, under the orders tried of lists that are not recorded.
  public let ranges: [SumRange]
  /// Why some of it is not determined by the state before.
  public let doubts: [Doubt]
  public let tasks: [ComparedTask]
  public let firstDifference: FirstDifference?
  /// What `/proc/vmstat` grew by.
  public let counters: [NamedPair]
  public let state: ComparedState
  /// Huge pages that a write to nr_hugepages obtained; nil for other runs.
  public let hugePages: Pair?

  /// Simulates what the recording's trigger did, from the state before it, and compares.
  /// - Parameter trace: that of the recording.
  public init(_ capture: Capture, _ trace: Trace) throws(FileFailure) {
    let machine = try CapturedMachine(capture)
    let (memory, run, inferences) = machine.reconstructed()
    let recorded = trace.eventsByTask
    let simulated = run.trace(on: memory).eventsByTask(run.version)
    let after = try capture.after()
    let zones = Dictionary(
      uniqueKeysWithValues: memory.zones.map { ($0.start, $0.name.description) })

    release = capture.info.release
    rules = run.version.description
    trigger = capture.info.trigger.text
    self.inferences = inferences
    ranges = SumRange.all(of: machine)
    doubts = Doubt.all(in: capture, machine, inferences, after: memory)
    tasks = TracedTask.allCases.compactMap { task in
      let real = recorded[task] ?? []
      let ours = simulated[task] ?? []
      guard !real.isEmpty || !ours.isEmpty else { return nil }
      return ComparedTask(task, recorded: real, simulated: ours, zones: zones)
    }
    firstDifference =
      tasks.lazy.compactMap { task in
        FirstDifference(
          task, recorded: recorded[task.task] ?? [], simulated: simulated[task.task] ?? [],
          machine: machine)
      }.first
    counters = Comparison.counters(capture.before.vmstat, after.vmstat, memory)
    state = ComparedState(after, memory, version: run.version)
    hugePages = Comparison.hugePages(capture.before, after, run, memory)
  }

  /// Whether something differs that the state before determines.
  public var differs: Bool {
    let open = doubts.reduce(into: Set<Doubt.Part>()) { $0.formUnion($1.leavesOpen) }
    if doubts.contains(.inferred) { return !sumsAgree(within: 0.10) }
    if doubts.contains(.daemons) { return hugePages.map { $0.error > 0.15 } ?? false }
    return !tasks.allSatisfy(\.isExact)
      || !open.contains(.counters) && !counters.allSatisfy(\.pair.isEqual)
      || !open.contains(.lists) && !state.listsAgree
      || !open.contains(.hints) && !state.hintsAgree
  }

  /// Whether scanned, taken and moved pages of all tasks together are within a share of the recorded ones.
  public func sumsAgree(within share: Double) -> Bool {
    sums.allSatisfy { $0.pair.error <= share }
  }

  /// The events' numbers, all tasks together.
  public var sums: [NamedPair] {
    let zones = tasks.flatMap(\.zones)
    return EventSums.paths.map { name, path in
      NamedPair(
        name, recorded: zones.reduce(0) { $0 + $1.recorded[keyPath: path] },
        simulated: zones.reduce(0) { $0 + $1.simulated[keyPath: path] })
    }
  }

  private static func counters(_ before: VMStat?, _ after: VMStat?, _ memory: Memory) -> [NamedPair] {
    guard let before, let after else { return [] }
    return VMStatCounter.allCases.compactMap { counter in
      // Pages are allocated and freed by everybody all the time.
      guard !counter.procName.hasPrefix("pgalloc"), counter != .pgfree, let old = before[counter.procName],
        let new = after[counter.procName]
      else { return nil }
      return NamedPair(
        counter.procName, recorded: new &- old, simulated: memory[.vmstat(counter)])
    }
  }

  private static func hugePages(_ before: Snapshot, _ after: Snapshot, _ run: Run, _ memory: Memory)
    -> Pair?
  {
    guard case .hugePagePool = run.trigger, let old = before.memInfo?["HugePages_Total"],
      let new = after.memInfo?["HugePages_Total"]
    else { return nil }
    let pages = memory.census[.hugetlb] ?? 0
    return Pair(recorded: new &- old, simulated: (pages >> memory.scale.hugeOrder) &- old)
  }

  enum CodingKeys: CodingKey {
    case release, rules, trigger, inferences, ranges, doubts, tasks, firstDifference, counters, state
    case hugePages
  }
}
