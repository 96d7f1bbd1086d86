/// A recorded run: its changes so far. A value; who records hands on chunks, who plays appends them.
public struct Recording: Sendable {
  public private(set) var chunks: [ChangeChunk] = []
  /// Steps before each chunk, and behind the last one.
  private(set) var stepsBefore: [Int] = [0]
  public private(set) var marks: [TimelineMark] = []
  /// Whether the run has been recorded to its end.
  public private(set) var isComplete = false
  public init() {}

  /// Finest steps recorded so far.
  public var stepCount: Int { stepsBefore[stepsBefore.count - 1] }
  /// Changes recorded so far.
  public var changeCount: Int { chunks.reduce(0) { $0 + $1.count } }

  public mutating func append(_ chunk: ChangeChunk) {
    let before = stepCount
    for var mark in chunk.marks {
      mark.step += before
      marks.append(mark)
    }
    chunks.append(chunk)
    stepsBefore.append(before + chunk.steps)
  }
  public mutating func complete() { isComplete = true }
}
