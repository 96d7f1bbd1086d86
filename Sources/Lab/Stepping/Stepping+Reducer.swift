import Runs

extension RunState {
  /// The part of the reducer that is about going through the run.
  mutating func reduce(_ action: Stepping.Action) -> [Effect] {
    switch action {
    case .stepped(let size): return goByHand(.forward(size))
    case .steppedBack(let size): return goByHand(.back(size))
    case .wentToStart: return goByHand(.seek(0))
    case .wentToEnd: return goByHand(.seek(steps))
    case .pickedStep(let step): return goByHand(.seek(min(max(step, 0), steps)))
    case .toggledPlaying:
      isPlaying.toggle()
      if isPlaying, isAtEnd { return [.move(.seek(0))] }
    case .wentFaster: speed = speed.faster(in: steps)
    case .wentSlower: speed = speed.slower
    case .tookNormalSpeed: speed = .normal
    case .playedOn(let count): return playOn(count)
    case .arrived(let step): arrive(at: step)
    case .recorded(let steps, let isComplete):
      (self.steps, self.isComplete) = (steps, isComplete)
      return reachGoal()
    case .wentOn(let place):
      goal = place.step
      finding.bookmarks = place.bookmarks
      return reachGoal()
    }
    return []
  }

  /// What is said elsewhere begins at its beginning.
  mutating func arrive(at step: Int) {
    if step != self.step { learning.isAtSecondSentence = false }
    self.step = step
    if let last = learning.stops.last, step >= last { learning.wasDone = true }
  }

  /// Goes where the run was to go on, once it is recorded so far.
  mutating func reachGoal() -> [Effect] {
    // Who waits to step on from there needs more than that.
    guard let goal, isComplete || goal < steps || goal == steps && awaiting.isEmpty else { return [] }
    let next = awaiting.map { Effect.move($0) }
    self.goal = nil
    awaiting = []
    return (goal == step ? [] : [.move(.seek(min(goal, steps)))]) + next
  }

  /// Whoever steps by hand has stopped watching.
  mutating func goByHand(_ movement: Movement) -> [Effect] {
    isPlaying = false
    // Nothing behind it is recorded yet.
    if goal == nil, case .forward = movement, step == steps, !isComplete { goal = step }
    if goal != nil, movement.isRelative {
      awaiting.append(movement)
      return []
    }
    goal = nil
    awaiting = []
    return [.move(movement)]
  }

  /// Playing goes no further than the next stop of the lesson: no text goes away by itself.
  private mutating func playOn(_ count: Int) -> [Effect] {
    guard isPlaying, count > 0 else { return [] }
    var goal = min(step + count, steps)
    if let nextStop, nextStop <= goal {
      goal = nextStop
      isPlaying = false
    }
    if isComplete, goal == steps { isPlaying = false }
    return goal == step ? [] : [.move(.seek(goal))]
  }
}
