/// Records a run into chunks and hands each on as soon as it is full, as long as they are wanted.
struct ChangeRecorder: Recorder {
  private var chunk = ChangeChunk()
  private let publish: (ChangeChunk) -> Void
  private let isWanted: () -> Bool
  private let landmarks: Landmarks

  /// - Parameters:
  ///   - isWanted: asked behind each chunk whether there is to be another.
  ///   - publish: called on the recording thread with each finished chunk.
  init(
    memory: Memory, isWanted: @escaping () -> Bool = { true }, publish: @escaping (ChangeChunk) -> Void
  ) {
    self.isWanted = isWanted
    self.publish = publish
    landmarks = Landmarks(memory)
  }

  static var wantsChanges: Bool { true }

  private var stepsBefore = 0
  private var nextEdit = Int.max
  private(set) var isUnwanted = false
  /// Counts down to the step behind which an edit is due; to nothing at once where the run is unwanted.
  @inline(__always) var stepsUntilEdit: Int {
    nextEdit == .max ? .max : nextEdit &- stepsBefore &- chunk.steps
  }
  mutating func expectEdit(afterStep step: Int?) { nextEdit = step ?? .max }

  @inline(__always) mutating func record(_ change: Change) {
    if chunk.isFull { handOn() }
    chunk.append(change)
    if change.rule != .none { markIfInteresting(change) }
  }

  mutating func trace(_ tracepoint: Tracepoint, by task: CompactionTask, cpu: Int, moment: Int) {
    chunk.trace(TraceRecorder.Line(task: task, cpu: cpu, tracepoint: tracepoint, moment: moment))
  }

  @inline(__always) private func markIfInteresting(_ change: Change) {
    if let order = landmarks.order(of: change) {
      chunk.mark(change.rule, change, order: order)
    }
  }

  private mutating func handOn() {
    publish(chunk)
    stepsBefore += chunk.steps
    chunk = ChangeChunk()
    isUnwanted = !isWanted()
    if isUnwanted { nextEdit = 0 }
  }

  mutating func endStep() {
    if !chunk.endsStep { record(Change(.note, .everythingDone)) }
  }

  /// Hands on what is left; the last change always ends a step.
  mutating func finish() {
    endStep()
    if chunk.count > 0 { handOn() }
  }
}
