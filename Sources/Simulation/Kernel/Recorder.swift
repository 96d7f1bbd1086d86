/// Who listens while a kernel runs. The algorithm is compiled for each kind of listener, so that a run
/// to which nobody listens pays nothing for it.
public protocol Recorder {
  /// Whether changes are wanted; where not, the kernel does not make up steps that change nothing.
  static var wantsChanges: Bool { get }
  /// Steps until somebody outside intervenes; `Int.max` for never.
  var stepsUntilEdit: Int { get }
  /// Says after which step the next edit is due.
  mutating func expectEdit(afterStep step: Int?)
  /// Nobody wants to know how the run goes on.
  var isUnwanted: Bool { get }
  /// Lets changes that no rule has ended yet be a step.
  mutating func endStep()
  /// Whether a quiet point is worth keeping here, and keeping it.
  var wantsCheckpoint: Bool { get }
  mutating func markCheckpoint()
  mutating func record(_ change: Change)
  mutating func trace(_ tracepoint: Tracepoint, by task: CompactionTask, cpu: Int, moment: Int)
}

extension Recorder {
  @inline(__always) public var stepsUntilEdit: Int { .max }
  @inline(__always) public mutating func expectEdit(afterStep step: Int?) {}
  public var isUnwanted: Bool { false }
  public mutating func endStep() {}
  public var wantsCheckpoint: Bool { false }
  public mutating func markCheckpoint() {}
}

/// Listens to nothing: for counting, for building, for experiments.
public struct NoRecorder: Recorder {
  public init() {}
  public static var wantsChanges: Bool { false }
  @inline(__always) public mutating func record(_ change: Change) {}
  @inline(__always) public mutating func trace(
    _ tracepoint: Tracepoint, by task: CompactionTask, cpu: Int, moment: Int
  ) {}
}

/// Keeps the tracepoints only.
public struct TraceRecorder: Recorder {
  /// One line of the trace.
  public struct Line: Equatable, Sendable {
    public var task: CompactionTask
    public var cpu: Int
    public var tracepoint: Tracepoint
    /// Frees and tracepoints before it.
    public var moment: Int
  }
  public private(set) var lines: [Line] = []
  public init() {}
  public static var wantsChanges: Bool { false }
  @inline(__always) public mutating func record(_ change: Change) {}
  public mutating func trace(_ tracepoint: Tracepoint, by task: CompactionTask, cpu: Int, moment: Int) {
    lines.append(Line(task: task, cpu: cpu, tracepoint: tracepoint, moment: moment))
  }
}
