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
    /// The changes so far lie at the beginning of a table that every chunk of a recording is filled in: an
    /// array asks at each change whether it is its only owner.
    private let table = SharedTable(repeating: Change(.note, .none), count: ChangeChunk.capacity)
    private(set) var count = 0
    private(set) var steps = 0
    private var marks: [TimelineMark] = []
    private var traces: [(step: Int, line: TraceRecorder.Line)] = []
    private var checkpoints: [QuietPoint] = []

    /// Changes between the last quiet point and its beginning.
    private var carried = 0

    @inline(__always) var isFull: Bool { count == ChangeChunk.capacity }
    /// Whether its last change ends a step.
    var endsStep: Bool { count == 0 || table[count - 1].steps > 0 }

    @inline(__always) mutating func append(_ change: Change) {
      table[count] = change
      count &+= 1
      steps &+= change.steps
    }
    mutating func mark(_ rule: Rule, _ change: Change, order: Order) {
      marks.append(TimelineMark(step: steps, rule: rule, pfn: Int(change.frame), order: order))
    }
    mutating func trace(_ line: TraceRecorder.Line) { traces.append((steps, line)) }

    /// Changes since the last quiet point, wherever chunks begin: who goes on from one keeps the same ones.
    var changesSinceCheckpoint: Int { checkpoints.last.map { count - $0.changes } ?? carried + count }
    mutating func markCheckpoint() {
      checkpoints.append(
        QuietPoint(changes: count, steps: steps, marks: marks.count, traces: traces.count))
    }

    /// The chunk as it is now; what follows begins the next one.
    mutating func seal() -> ChangeChunk {
      let chunk = ChangeChunk(
        changes: table.prefix(count), steps: steps, marks: marks, traces: traces, checkpoints: checkpoints)
      carried = changesSinceCheckpoint
      (count, steps, marks, traces, checkpoints) = (0, 0, [], [], [])
      return chunk
    }
  }
}
