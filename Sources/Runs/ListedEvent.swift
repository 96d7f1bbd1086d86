import Captures
import KernelInterface
import Simulation

/// One line of a list of events: what the kernel traces, and the step of the run that it belongs to.
public struct ListedEvent {
  /// The step in which it happened, counted from 1.
  public var step: Int
  public var task: TracedTask
  public var event: TraceEvent
}

extension Recording {
  /// All events in order, as the kernel would trace them.
  func listedEvents(_ version: KernelVersion) -> [ListedEvent] {
    events.map {
      ListedEvent(
        step: $0.step, task: TracedTask($0.task), event: TraceEvent($0.tracepoint, version: version))
    }
  }
}

extension TracedTask {
  /// Nobody has a name in a list but the kernel's thread.
  public var listedName: String {
    switch self {
    case .requester: "task"
    case .kcompactd: "kcompactd"
    }
  }
}
