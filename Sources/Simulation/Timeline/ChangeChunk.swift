/// A stretch of a recorded run: changes in order, filled by one thread and never touched again once
/// handed on.
public final class ChangeChunk: @unchecked Sendable {
  /// Changes that fit in.
  static let capacity = 1 << 16

  private let storage: UnsafeMutablePointer<Change>
  @exclusivity(unchecked) public private(set) var count = 0
  /// The finest steps that end in it.
  @exclusivity(unchecked) public private(set) var steps = 0
  /// Moments worth a mark, with their step counted from the chunk's start (1 is its first).
  public private(set) var marks: [TimelineMark] = []
  /// What the kernel would have traced, and the steps made in this chunk before it.
  public private(set) var traces: [(step: Int, line: TraceRecorder.Line)] = []

  init() { storage = .allocate(capacity: ChangeChunk.capacity) }
  deinit { storage.deallocate() }

  @inline(__always) subscript(index: Int) -> Change { storage[index] }
  var isFull: Bool { count == ChangeChunk.capacity }
  /// Whether its last change ends a step.
  var endsStep: Bool { count == 0 || storage[count - 1].steps > 0 }

  @inline(__always) func append(_ change: Change) {
    (storage + count).initialize(to: change)
    count &+= 1
    steps &+= change.steps
  }
  func mark(_ rule: Rule, _ change: Change, order: Order) {
    marks.append(TimelineMark(step: steps, rule: rule, pfn: Int(change.frame), order: order))
  }
  func trace(_ line: TraceRecorder.Line) { traces.append((steps, line)) }
}
