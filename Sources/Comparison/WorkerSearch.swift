import Captures
import KernelInterface
import Simulation

/// Looks for the moments at which the workers of the per-CPU lists ran while a recording was made. The
/// state before a run doesn't hold them (model 1.5), but the recorded events do: each moment found here
/// makes the simulation agree for longer, and they must lie about a second apart on each CPU.
public struct WorkerSearch: Encodable {
  /// One round of a worker.
  public struct Round: Sendable {
    public var cpu: Int
    /// Frees and tracepoints of the run before it.
    public var moment: Int
    /// Events of the task before it.
    public var event: Int
    /// Since the trigger, by the recorded event before it.
    public var time: Duration
  }

  public let task: TracedTask
  /// In the order in which they were found; where the simulation first parts is before each of them.
  public private(set) var rounds: [Round] = []
  /// Events of the task that agree from the start, without any worker and with all rounds.
  public private(set) var prefixWithout = 0
  public private(set) var prefix = 0
  public let events: Int

  private let memory: Memory
  private let run: Run
  private let recorded: [TraceLine]
  private let recordedEvents: [TraceEvent]
  private let trigger: Duration

  enum CodingKeys: CodingKey { case task, rounds, prefixWithout, prefix, events }

  /// Of the events between two that are tried, the number at most; the best is then looked at closely.
  private static let coarseTrials = 12
  /// The worker's period, with what its timer may be late.
  private static let longestPeriod = Duration.milliseconds(2500)
  private static let shortestPeriod = Duration.milliseconds(700)
  private static let mostRounds = 48
  private static let mostTogether = 6

  public init(_ capture: Capture) throws(FileFailure) {
    let start = try CapturedMachine(capture).start()
    memory = start.memory
    run = start.run
    let task: TracedTask = start.run.trigger == .proactive ? .kcompactd : .requester
    self.task = task
    let trace = try capture.trace()
    recorded = trace.linesByTask[task] ?? []
    recordedEvents = recorded.map(\.event)
    events = recorded.count
    trigger =
      trace.lines.first { $0.event == .mark("rig: trigger") }?.time
      ?? recorded.first?.time ?? .zero
    let first = trial([])
    prefixWithout = first.prefix
    prefix = first.prefix
    search(from: first)
  }

  /// A simulation told of some rounds: how far it agrees, and the moment behind each of the task's events.
  private struct Trial {
    var prefix: Int
    var moments: [Int]
  }

  private func trial(_ rounds: [Round]) -> Trial {
    var run = run
    run.agenda.workers = rounds.map { PagesetWorker(moment: $0.moment, cpu: $0.cpu) }
      .sorted { $0.moment < $1.moment }
    let copy = Memory(copying: memory)
    let lines = run.trace(on: copy)
    var events: [TraceEvent] = []
    var moments: [Int] = []
    for line in lines where TracedTask(line.task) == task {
      let event = TraceEvent(line.tracepoint, version: run.version)
      guard event.isCompaction else { continue }
      events.append(event)
      moments.append(line.moment + 1)
    }
    return Trial(prefix: CommonSubsequence.prefix(recordedEvents, events), moments: moments)
  }

  private mutating func search(from first: Trial) {
    var current = first
    while current.prefix < recorded.count, !current.moments.isEmpty, rounds.count < WorkerSearch.mostRounds,
      let (found, trial) = bestRounds(after: current)
    {
      rounds += found
      prefix = trial.prefix
      current = trial
    }
  }

  /// The rounds that make the simulation agree the longest, if any make it agree longer than now. Of several
  /// rounds on one CPU the first may leave no trace of themselves: what they drain can lie where no scanner
  /// looks. Only the last one's moment is then known.
  private func bestRounds(after current: Trial) -> ([Round], Trial)? {
    var best: ([Round], Trial)?
    let last = min(current.prefix, current.moments.count - 1)
    func moment(_ event: Int) -> Int { event <= 0 ? 0 : current.moments[event - 1] }
    func attempt(cpu: Int, count: Int, moment: Int, event: Int) {
      let rounds = rounds(cpu: cpu, count: count, moment: moment, event: event, current)
      guard rounds.count == count else { return }
      let found = trial(self.rounds + rounds)
      if found.prefix > max(current.prefix, best?.1.prefix ?? 0) { best = (rounds, found) }
    }
    for cpu in raisedCPUs {
      let first = firstEvent(cpu: cpu, before: last)
      let stride = max(1, (last - first) / WorkerSearch.coarseTrials)
      for count in 1...WorkerSearch.mostTogether {
        for event in Swift.stride(from: last, through: first, by: -stride) {
          attempt(cpu: cpu, count: count, moment: moment(event), event: event)
        }
      }
    }
    guard let coarse = best?.0, let final = coarse.last else { return nil }
    let reach = max(1, (last - firstEvent(cpu: final.cpu, before: last)) / WorkerSearch.coarseTrials)
    for event in max(0, final.event - reach)...min(last, final.event + reach) {
      attempt(cpu: final.cpu, count: coarse.count, moment: moment(event), event: event)
    }
    // Between two events pages are freed.
    if let close = best?.0.last {
      for event in [close.event, close.event + 1] where event >= 1 && event <= last {
        let (from, to) = (moment(event - 1), moment(event))
        for moment in stride(from: from, to: to, by: max(1, (to - from) / WorkerSearch.coarseTrials)) {
          attempt(cpu: close.cpu, count: coarse.count, moment: moment, event: event - 1)
        }
      }
    }
    return best
  }

  /// So many rounds on one CPU of which the last comes at `moment`, the others a period apart before it, as
  /// far as there is room for them behind those already found.
  private func rounds(cpu: Int, count: Int, moment: Int, event: Int, _ current: Trial) -> [Round] {
    let end = time(atEvent: event)
    let earliest = rounds.last { $0.cpu == cpu }.map { $0.time + WorkerSearch.shortestPeriod } ?? .zero
    return (0..<count).reversed().compactMap { before in
      guard before > 0 else { return Round(cpu: cpu, moment: moment, event: event, time: end) }
      let time = end - .seconds(before)
      guard time >= earliest else { return nil }
      let event = (0...event).last { self.time(atEvent: $0) <= time } ?? 0
      return Round(
        cpu: cpu, moment: event == 0 ? 0 : current.moments[event - 1], event: event, time: time)
    }
  }

  /// The CPUs of which a set stands above its minimum, and the one that compacts.
  private var raisedCPUs: [Int] {
    (0..<memory.layout.cpus).filter { $0 == run.cpu || memory.hasRaisedSet(cpu: $0) }
  }

  /// The first event after which the worker of a CPU can have run, given when it ran before.
  private func firstEvent(cpu: Int, before last: Int) -> Int {
    let until = time(atEvent: last)
    let earlier = rounds.last { $0.cpu == cpu }.map { $0.time + WorkerSearch.shortestPeriod }
    let from = max(earlier ?? .seconds(-1), until - WorkerSearch.longestPeriod)
    return (0...last).first { time(atEvent: $0) >= from } ?? last
  }

  /// Since the trigger.
  private func time(atEvent event: Int) -> Duration {
    guard !recorded.isEmpty else { return .zero }
    return recorded[min(event, recorded.count - 1)].time - trigger
  }
}

extension WorkerSearch.Round: Encodable {
  enum CodingKeys: CodingKey { case cpu, moment, event, seconds }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(cpu, forKey: .cpu)
    try container.encode(moment, forKey: .moment)
    try container.encode(event, forKey: .event)
    try container.encode(time / .seconds(1), forKey: .seconds)
  }
}
