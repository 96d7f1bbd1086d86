/// One line of a run's list of events: what the kernel would have traced, and the step it belongs to.
public struct RunEvent: Equatable, Sendable {
  /// The step in which it happened, counted from 1.
  public var step: Int
  public var task: CompactionTask
  public var cpu: Int
  public var tracepoint: Tracepoint
}

extension Recording {
  /// All events in order.
  public var events: [RunEvent] {
    zip(chunks, stepsBefore).flatMap { chunk, before in
      chunk.traces.map {
        RunEvent(
          step: min(before + $0.step + 1, stepCount), task: $0.line.task, cpu: $0.line.cpu,
          tracepoint: $0.line.tracepoint)
      }
    }
  }
}
