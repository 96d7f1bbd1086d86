extension LabState {
  /// The part of the reducer that is about the lesson.
  mutating func reduce(_ action: Learning.Action) -> [Effect] {
    if isShowingToRoom, presenting.hasMoreToSay, let isAtSecond = run?.learning.isAtSecondSentence,
      action == (isAtSecond ? .wentToPreviousStop : .wentToNextStop)
    {
      // All of a stop is said before it is left.
      run?.learning.isAtSecondSentence.toggle()
      return []
    }
    let isSeen = !reducesMotion && presenting.blank == nil
    return run?.reduce(action, isSeen: isSeen) ?? []
  }
}

extension RunState {
  /// - Parameter isSeen: ways are played, else the run is there at once.
  mutating func reduce(_ action: Learning.Action, isSeen: Bool) -> [Effect] {
    switch action {
    case .pickedStop(let stop):
      return learning.stops.indices.contains(stop - 1) ? goByHand(.seek(learning.stops[stop - 1])) : []
    case .wentToNextStop: return goToNextStop(isSeen: isSeen)
    case .wentToPreviousStop: return goToPreviousStop(isSeen: isSeen)
    case .openedStops:
      if learning.stops.isEmpty, isLesson, !isComplete {
        finding.overlay = .choices(Choices(.stops, [], isAwaited: true))
        return []
      }
      guard !learning.stops.isEmpty else { return [.say("stops.none")] }
      return [.learning(.offerStops(chosen: max(stop - 1, 0)))]
    case .foundStops(let stops): learning.stops = stops
    case .cameAlong(let step): return [.move(.seek(step))]
    case .endedWay: _ = endWay()
    }
    return []
  }

  /// Ends the way that is played, at its stop.
  /// - Returns: whether there was one.
  mutating func endWay() -> Bool {
    guard let way = learning.way else { return false }
    learning.way = nil
    arrive(at: way.goal)
    return true
  }

  private mutating func goToNextStop(isSeen: Bool) -> [Effect] {
    if let nextStop { return go(to: nextStop, isSeen: isSeen) }
    if !learning.stops.isEmpty {
      return [fork == nil ? .learning(.sayWhatIsNext) : .say("stops.on-other-branch")]
    }
    return isLesson && !isComplete ? [.say("stops.not-yet")] : goByHand(.forward(.page))
  }

  private mutating func goToPreviousStop(isSeen: Bool) -> [Effect] {
    if let previousStop { return go(to: previousStop, isSeen: isSeen) }
    return learning.stops.isEmpty ? goByHand(.back(.page)) : [.say("stops.first")]
  }

  private mutating func go(to stop: Int, isSeen: Bool) -> [Effect] {
    guard isSeen, goal == nil, abs(stop - step) > 1 else { return goByHand(.seek(stop)) }
    isPlaying = false
    learning.way = Way(from: step, to: stop)
    return []
  }

  private var isLesson: Bool { if case .lesson = target { true } else { false } }
  /// The stop we are at or have last passed, from 1; 0 before the first.
  public var stop: Int { learning.stops.count { $0 <= step } }
  var nextStop: Int? { learning.stops.first { $0 > step } }
  var previousStop: Int? { learning.stops.last { $0 < step } }
}
