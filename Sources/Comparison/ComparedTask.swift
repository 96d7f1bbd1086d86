import Captures
import KernelInterface
import Simulation

/// The events of one task: the requester's or kcompactd's.
public struct ComparedTask: Sendable, Encodable {
  public var task: TracedTask
  public var events: Pair
  /// Events that agree in order: the longest common subsequence.
  public var equal: Int
  /// Events that agree from the start.
  public var prefix: Int
  public var zones: [ComparedZone]
  public var runs: [ComparedRun]
  /// Runs that agree event by event, from the first on.
  public var exactRuns: Int
  /// Whether the runs end alike, in order.
  public var endingsAgree: Bool

  public var isExact: Bool { events.isEqual && prefix == events.recorded }

  init(_ task: TracedTask, recorded: [TraceEvent], simulated: [TraceEvent], zones names: [Int: String]) {
    self.task = task
    events = Pair(recorded: recorded.count, simulated: simulated.count)
    prefix = CommonSubsequence.prefix(recorded, simulated)
    equal =
      prefix
      + CommonSubsequence.length(Array(recorded[prefix...]), Array(simulated[prefix...]))
    let real = Attempt.all(in: recorded)
    let ours = Attempt.all(in: simulated)
    exactRuns = CommonSubsequence.prefix(real.map(\.events), ours.map(\.events))
    endingsAgree = real.map(\.status) == ours.map(\.status)
    runs = (0..<max(real.count, ours.count)).map { index in
      ComparedRun(
        number: index + 1, real.indices.contains(index) ? real[index] : nil,
        ours.indices.contains(index) ? ours[index] : nil, zones: names)
    }
    self.zones = Set((real + ours).map(\.zoneStart)).sorted().map { start in
      ComparedZone(
        zone: names[start] ?? "", real.filter { $0.zoneStart == start },
        ours.filter { $0.zoneStart == start })
    }
  }
}

/// All that one task did in one zone.
public struct ComparedZone: Sendable, Encodable {
  public var zone: String
  public var runs: Pair
  public var succeeded: Pair
  public var recorded: EventSums
  public var simulated: EventSums

  init(zone: String, _ recorded: [Attempt], _ simulated: [Attempt]) {
    func succeeded(_ attempts: [Attempt]) -> Int { attempts.count { $0.status == "success" } }
    self.zone = zone
    runs = Pair(recorded: recorded.count, simulated: simulated.count)
    self.succeeded = Pair(recorded: succeeded(recorded), simulated: succeeded(simulated))
    self.recorded = EventSums(recorded.flatMap(\.events))
    self.simulated = EventSums(simulated.flatMap(\.events))
  }
}

/// One run of a zone, recorded and simulated.
public struct ComparedRun: Sendable, Encodable {
  /// Counted from 1.
  public var number: Int
  public var zone: String
  public var events: Pair
  public var equal: Int
  public var recorded: Attempt?
  public var simulated: Attempt?

  public var isExact: Bool { events.isEqual && equal == events.recorded }

  init(number: Int, _ recorded: Attempt?, _ simulated: Attempt?, zones: [Int: String]) {
    self.number = number
    self.recorded = recorded
    self.simulated = simulated
    zone = (recorded ?? simulated).flatMap { zones[$0.zoneStart] } ?? ""
    let real = recorded?.events ?? []
    let ours = simulated?.events ?? []
    events = Pair(recorded: real.count, simulated: ours.count)
    equal = CommonSubsequence.length(real, ours)
  }
}
