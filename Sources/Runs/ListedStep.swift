import Captures
import KernelInterface
import Simulation

/// A line of the run as a list: a step, what is said of it, and what the kernel traces there.
public struct ListedStep: Equatable {
  /// Counted from 1.
  public let step: Int
  public let said: StepWords
  public let traced: [ListedEvent]
}

/// What the kernel traces at a step.
public struct ListedEvent: Equatable {
  public let task: TracedTask
  public let event: TraceEvent

  init(_ event: RunEvent, version: KernelVersion) {
    task = TracedTask(event.task)
    self.event = TraceEvent(event.tracepoint, version: version)
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
