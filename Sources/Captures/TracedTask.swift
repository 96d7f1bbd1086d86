import KernelInterface
import Simulation

/// Whose events a trace has: those of the task that set compaction off, and those of the kernel's own.
public enum TracedTask: String, Sendable, Encodable, CaseIterable {
  case requester
  case kcompactd

  public init(_ task: CompactionTask) { self = task == .kcompactd ? .kcompactd : .requester }

  /// - Parameter taskName: as a trace has it.
  public init(taskName: String) { self = taskName.hasPrefix("kcompactd") ? .kcompactd : .requester }
}

extension Trace {
  /// The lines about compaction, each task's in order.
  public var linesByTask: [TracedTask: [TraceLine]] {
    Dictionary(
      // kswapd asks whether compaction is suitable; it is no party to it.
      grouping: lines.filter { $0.event.isCompaction && !$0.task.hasPrefix("kswapd") },
      by: { TracedTask(taskName: $0.task) })
  }

  /// The events of compaction, each task's in order.
  public var eventsByTask: [TracedTask: [TraceEvent]] { linesByTask.mapValues { $0.map(\.event) } }
}

extension [TraceRecorder.Line] {
  /// The events of compaction that a simulated run would have traced, each task's in order.
  public func eventsByTask(_ version: KernelVersion) -> [TracedTask: [TraceEvent]] {
    reduce(into: [:]) { events, line in
      let event = TraceEvent(line.tracepoint, version: version)
      if event.isCompaction { events[TracedTask(line.task), default: []].append(event) }
    }
  }
}

extension TraceEvent {
  /// Whether the event belongs to compaction itself; the rest of a recording is about who asked.
  public var isCompaction: Bool {
    switch self {
    case .mark, .other, .allocExtfrag, .migratePagesStart, .kcompactdSleep, .kcompactdWake,
      .wakeupKcompactd:
      false
    case .migratePages(let result): result.reason == "compaction"
    default: true
    }
  }
}
