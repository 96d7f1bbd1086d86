/// A stretch of a recorded run: its changes in order, and what else is known of it. Never changes.
public final class ChangeChunk: Sendable {
  /// Changes that fit in.
  static let capacity = 1 << 16

  let changes: [Change]
  /// The finest steps that end in it.
  public let steps: Int
  /// Moments worth a mark, with their step counted from the chunk's start (1 is its first).
  public let marks: [TimelineMark]
  /// What the kernel would have traced, and the steps made in this chunk before it.
  public let traces: [(step: Int, line: TraceRecorder.Line)]
  /// Quiet points, in order.
  let checkpoints: [QuietPoint]

  /// How much of the chunk lies before a quiet point.
  struct QuietPoint {
    var changes: Int
    var steps: Int
    var marks: Int
    var traces: Int
  }

  fileprivate init(
    changes: [Change], steps: Int, marks: [TimelineMark], traces: [(step: Int, line: TraceRecorder.Line)],
    checkpoints: [QuietPoint]
  ) {
    self.changes = changes
    self.steps = steps
    self.marks = marks
    self.traces = traces
    self.checkpoints = checkpoints
  }

  public var count: Int { changes.count }
  @inline(__always) subscript(index: Int) -> Change { changes[index] }

  /// What of it lies before one of its quiet points.
  func prefix(upTo point: QuietPoint) -> ChangeChunk {
    ChangeChunk(
      changes: Array(changes[..<point.changes]), steps: point.steps, marks: Array(marks[..<point.marks]),
      traces: Array(traces[..<point.traces]),
      checkpoints: checkpoints.filter { $0.changes <= point.changes })
  }

  /// A chunk that is being filled.
  struct Builder {
    private(set) var changes: [Change] = []
    private(set) var steps = 0
    private var marks: [TimelineMark] = []
    private var traces: [(step: Int, line: TraceRecorder.Line)] = []
    private var checkpoints: [QuietPoint] = []

    /// Changes between the last quiet point and its beginning.
    private let carried: Int

    init(carrying carried: Int = 0) {
      self.carried = carried
      changes.reserveCapacity(ChangeChunk.capacity)
    }

    @inline(__always) var isFull: Bool { changes.count == ChangeChunk.capacity }
    /// Whether its last change ends a step.
    var endsStep: Bool { changes.last.map { $0.steps > 0 } ?? true }

    @inline(__always) mutating func append(_ change: Change) {
      changes.append(change)
      steps &+= change.steps
    }
    mutating func mark(_ rule: Rule, _ change: Change, order: Order) {
      marks.append(TimelineMark(step: steps, rule: rule, pfn: Int(change.frame), order: order))
    }
    mutating func trace(_ line: TraceRecorder.Line) { traces.append((steps, line)) }

    /// Changes since the last quiet point, wherever chunks begin: who goes on from one keeps the same ones.
    var changesSinceCheckpoint: Int {
      checkpoints.last.map { changes.count - $0.changes } ?? carried + changes.count
    }
    mutating func markCheckpoint() {
      checkpoints.append(
        QuietPoint(changes: changes.count, steps: steps, marks: marks.count, traces: traces.count))
    }

    func sealed() -> ChangeChunk {
      ChangeChunk(changes: changes, steps: steps, marks: marks, traces: traces, checkpoints: checkpoints)
    }
  }
}
