/// A memory and a recorded run of it: goes forth and back through the run, step by step or in jumps.
public final class Playhead {
  public let memory: Memory
  public private(set) var recording: Recording
  /// Shortcuts for far jumps; without them a jump plays all that lies between.
  public var index: TimelineIndex?
  /// Steps made so far: 0 is before the first.
  @exclusivity(unchecked) public private(set) var step = 0
  /// How often it was asked to go anywhere, for tests of who does.
  @exclusivity(unchecked) private(set) var moves = 0

  @exclusivity(unchecked) private(set) var chunk = 0
  /// The next change to be applied in the chunk, and how many of its steps are done already.
  @exclusivity(unchecked) private(set) var position = 0
  private(set) var done = 0
  private let boundaries: StepBoundaries
  var landmarks: Landmarks { boundaries.landmarks }

  /// - Parameter memory: in the state from which the run was recorded.
  public init(memory: Memory, recording: Recording = Recording()) {
    self.memory = memory
    self.recording = recording
    boundaries = StepBoundaries(memory)
  }

  /// The steps recorded so far.
  public var stepCount: Int { recording.stepCount }
  public func append(_ chunk: ChangeChunk) { recording.append(chunk) }
  public func complete() { recording.complete() }

  // MARK: Moving

  /// Makes a step forward; to the end of what is recorded where there is no such boundary.
  /// - Returns: whether anything moved.
  @discardableResult
  public func forward(_ size: StepSize = .page) -> Bool {
    moves += 1
    guard step < stepCount else { return false }
    if size == .page {
      stepForward()
    } else {
      seek(to: boundary(size, after: step))
    }
    return true
  }

  /// Makes a step back; to the start where there is no such boundary.
  @discardableResult
  public func back(_ size: StepSize = .page) -> Bool {
    moves += 1
    guard step > 0 else { return false }
    if size == .page {
      stepBack()
    } else {
      seek(to: boundary(size, before: step))
    }
    return true
  }

  /// Goes to any step, 0 to `stepCount`.
  public func seek(to target: Int) {
    moves += 1
    let target = max(0, min(target, stepCount))
    if let index, let (leaveAt, arriveAt) = shortcut(index, to: target) {
      play(toChunkBoundary: leaveAt)
      for delta in index.path(from: leaveAt, to: arriveAt) { memory.apply(delta) }
      chunk = arriveAt
      position = 0
    }
    play(to: target)
  }

  /// The chunk boundaries between which deltas are quicker than playing, if any.
  private func shortcut(_ index: TimelineIndex, to target: Int) -> (leaveAt: Int, arriveAt: Int)? {
    let goal = recording.locate(target)
    guard abs(goal.chunk - chunk) > index.stride else { return nil }
    let half = ChangeChunk.capacity / 2
    let leave = index.nearestPlace(chunk: chunk, halfDone: position > half)
    let arrive = index.nearestPlace(chunk: goal.chunk, halfDone: goal.position > half)
    return leave == arrive ? nil : (leave, arrive)
  }

  private func play(toChunkBoundary boundary: Int) {
    while chunk < boundary { finishChunk() }
    takeBackPartial()
    while chunk > boundary || position > 0 {
      if position == 0 { enterPreviousChunk() } else { revertLast() }
    }
  }

  /// Applies the rest of the chunk and goes to the start of the next.
  private func finishChunk() {
    let current = recording.chunks[chunk]
    finishPartial()
    while position < current.count { applyNext(current) }
    chunk += 1
    position = 0
  }

  private func play(to target: Int) {
    let goal = recording.locate(target)
    while chunk < goal.chunk { finishChunk() }
    if chunk == goal.chunk, position < goal.position {
      let current = recording.chunks[chunk]
      finishPartial()
      while position < goal.position { applyNext(current) }
    }
    if chunk > goal.chunk || position > goal.position { takeBackPartial() }
    while chunk > goal.chunk || position > goal.position {
      if position == 0 { enterPreviousChunk() } else { revertLast() }
    }
    play(partial: goal.done)
    step = target
  }

  /// Goes to within the run of equal verdicts that comes next.
  private func play(partial goal: Int) {
    guard goal != done else { return }
    let change = recording.chunks[chunk][position]
    if goal > done {
      memory.apply(change.part(from: done, count: goal - done))
    } else {
      memory.revert(change.part(from: goal, count: done - goal))
    }
    done = goal
  }

  @discardableResult
  private func enterPreviousChunk() -> Bool {
    guard chunk > 0 else { return false }
    chunk -= 1
    position = recording.chunks[chunk].count
    return true
  }

  @inline(__always) private func applyNext(_ current: ChangeChunk) {
    let change = current[position]
    memory.apply(change)
    position += 1
  }

  private func revertLast() {
    position -= 1
    let change = recording.chunks[chunk][position]
    memory.revert(change)
  }

  private func finishPartial() {
    guard done > 0 else { return }
    play(partial: recording.chunks[chunk][position].steps)
    done = 0
    position += 1
  }

  private func takeBackPartial() {
    guard done > 0 else { return }
    play(partial: 0)
  }

  private func stepForward() {
    while chunk < recording.chunks.count {
      let current = recording.chunks[chunk]
      guard position < current.count else {
        chunk += 1
        position = 0
        continue
      }
      let change = current[position]
      if change.steps > 1 {
        memory.apply(change.part(from: done, count: 1))
        done += 1
        if done == change.steps {
          done = 0
          position += 1
        }
        step += 1
        return
      }
      memory.apply(change)
      position += 1
      if change.steps == 1 {
        step += 1
        return
      }
    }
  }

  private func stepBack() {
    guard takeBackOne() else { return }
    step -= 1
    // What led up to the step belongs to it.
    while done == 0 {
      if position == 0, !enterPreviousChunk() { return }
      guard recording.chunks[chunk][position - 1].steps == 0 else { return }
      revertLast()
    }
  }

  /// Takes back the last change that ended a step, or one step of it.
  private func takeBackOne() -> Bool {
    if done > 0 {
      done -= 1
      memory.revert(recording.chunks[chunk][position].part(from: done, count: 1))
      return true
    }
    if position == 0, !enterPreviousChunk() { return false }
    let change = recording.chunks[chunk][position - 1]
    if change.steps > 1 {
      position -= 1
      done = change.steps - 1
      memory.revert(change.part(from: done, count: 1))
    } else {
      revertLast()
    }
    return true
  }

  // MARK: Finding

  private func boundary(_ size: StepSize, after start: Int) -> Int {
    let boundaries = boundaries
    var here = start
    var before: Change?
    var (chunk, position, _) = recording.locateChange(endingStep: start)
    if start > 0 {
      let change = recording.chunks[chunk][position]
      before = change
      let end = recording.stepsBefore[chunk] + stepsThrough(chunk, position)
      here = end
      position += 1
    }
    while chunk < recording.chunks.count {
      let current = recording.chunks[chunk]
      while position < current.count {
        let change = current[position]
        let steps = change.steps
        if steps > 0 {
          if here > start, let before, boundaries.stops(size, before, next: change) { return here }
          here += steps
          before = change
        }
        position += 1
      }
      chunk += 1
      position = 0
    }
    return stepCount
  }

  private func boundary(_ size: StepSize, before start: Int) -> Int {
    let boundaries = boundaries
    var (chunk, position, _) = recording.locateChange(endingStep: start)
    var here = recording.stepsBefore[chunk] + stepsThrough(chunk, position)
    var next: Change?
    while true {
      while position >= 0 {
        let change = recording.chunks[chunk][position]
        let steps = change.steps
        if steps > 0 {
          if here < start, boundaries.stops(size, change, next: next) { return here }
          here -= steps
          next = change
        }
        position -= 1
      }
      guard chunk > 0 else { return 0 }
      chunk -= 1
      position = recording.chunks[chunk].count - 1
    }
  }

  private func stepsThrough(_ chunk: Int, _ position: Int) -> Int {
    (0...position).reduce(0) { $0 + recording.chunks[chunk][$1].steps }
  }

  /// The nearest step of which one change satisfies `condition`.
  func nearestStep(forward: Bool, _ condition: (Change) -> Bool) -> Int? {
    nearest(forward: forward) { condition($1) }
  }

  func nearest(forward: Bool, _ condition: (Int, Change) -> Bool) -> Int? {
    recording.nearest(to: step, forward: forward, condition)
  }
}

extension Change {
  /// Some of the steps of a run of equal verdicts.
  @inline(__always) func part(from first: Int, count: Int) -> Change {
    var part = self
    part.frame = UInt32(Int(frame) + first * Int(list))
    part.argument = UInt32(count)
    return part
  }
}
