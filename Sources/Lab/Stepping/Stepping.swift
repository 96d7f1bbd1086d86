import Simulation

/// Going through a run, by hand and by itself.
public enum Stepping {
  public enum Action: Equatable, Sendable {
    case stepped(StepSize)
    case steppedBack(StepSize)
    case wentToStart
    case wentToEnd
    /// A place on the timeline, 0 is before the first step.
    case pickedStep(Int)
    case toggledPlaying
    case wentFaster
    case wentSlower
    case tookNormalSpeed

    // What comes by itself
    /// So many steps are due because the run is playing.
    case playedOn(steps: Int)
    /// The playhead stands at a step.
    case arrived(step: Int)
    /// So many steps are recorded.
    case recorded(steps: Int, isComplete: Bool)
    /// Goes to a place of a run that is being opened.
    case wentOn(RunPlace)
  }
}

extension Stepping.Action {
  /// Whether a person asked for it.
  var isAsked: Bool {
    switch self {
    case .stepped, .steppedBack, .wentToStart, .wentToEnd, .pickedStep, .toggledPlaying, .wentFaster,
      .wentSlower, .tookNormalSpeed:
      true
    case .playedOn, .arrived, .recorded, .wentOn: false
    }
  }
}
