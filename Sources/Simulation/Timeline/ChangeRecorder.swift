/// Records a run into chunks and hands each on as soon as it is full, as long as they are wanted.
struct ChangeRecorder: Recorder {
  private var chunk = ChangeChunk.Builder()
  private let publish: (ChangeChunk) -> Void
  private let isWanted: () -> Bool
  private let landmarks: Landmarks
  private let checkpointDistance: Int

  /// - Parameters:
  ///   - step: steps made before.
  ///   - checkpointDistance: changes from one quiet point that is kept to the next, at least.
  ///   - isWanted: asked behind each chunk whether there is to be another.
  ///   - publish: called on the recording thread with each finished chunk.
  init(
    memory: Memory, after step: Int = 0, checkpointDistance: Int = 4096,
    isWanted: @escaping () -> Bool = { true }, publish: @escaping (ChangeChunk) -> Void
  ) {
    self.isWanted = isWanted
    self.publish = publish
    self.checkpointDistance = checkpointDistance
    stepsBefore = step
    landmarks = Landmarks(memory)
  }

  static var wantsChanges: Bool { true }

  private var stepsBefore: Int
  private var nextEdit = Int.max
  private(set) var isUnwanted = false
  /// Counts down to the step behind which an edit is due; to nothing at once where the run is unwanted.
  @inline(__always) var stepsUntilEdit: Int {
    nextEdit == .max ? .max : nextEdit &- stepsBefore &- chunk.steps
  }
  mutating func expectEdit(afterStep step: Int?) { nextEdit = step ?? .max }

  var wantsCheckpoint: Bool { chunk.changesSinceCheckpoint >= checkpointDistance }
  mutating func markCheckpoint() { chunk.markCheckpoint() }

  @inline(__always) mutating func record(_ change: Change) {
    if chunk.isFull { handOn() }
    chunk.append(change)
    if change.rule != .none { markIfInteresting(change) }
  }

  mutating func trace(_ tracepoint: Tracepoint, by task: CompactionTask, cpu: Int, moment: Int) {
    chunk.trace(TraceRecorder.Line(task: task, cpu: cpu, tracepoint: tracepoint, moment: moment))
  }

  @inline(__always) private mutating func markIfInteresting(_ change: Change) {
    if let order = landmarks.order(of: change) {
      chunk.mark(change.rule, change, order: order)
    }
  }

  private mutating func handOn() {
    let full = chunk.seal()
    stepsBefore += full.steps
    publish(full)
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
