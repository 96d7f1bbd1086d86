/// What a lesson adds to its run: the stops, and what is said and pointed at there.
public enum Learning {
  public struct State: Equatable, Sendable {
    /// Steps of the lesson's stops that are known, ascending.
    public var stops: [Int] = []
    /// The way that is played to one of them; nil while the run stands still, or plays by itself.
    public internal(set) var way: Way?
    /// The second of two sentences that did not find room together.
    public internal(set) var isAtSecondSentence = false
    /// The last stop has been come to.
    var wasDone = false
    public init() {}
  }

  public enum Action: Equatable, Sendable {
    /// A stop of the lesson, counted from 1.
    case pickedStop(Int)
    case wentToNextStop
    case wentToPreviousStop
    /// The list of the stops.
    case openedStops

    // What comes by itself
    /// Where the lesson's stops are, in their order.
    case foundStops([Int])
    /// The way to a stop has come to a step.
    case cameAlong(step: Int)
    /// The time of a way is over.
    case endedWay
  }

  public enum Effect: Equatable, Sendable {
    /// The stops are listed, the one of this number chosen, counted from 0.
    case offerStops(chosen: Int)
    /// What comes after the last stop is said.
    case sayWhatIsNext
  }
}

extension Learning.Action {
  /// Whether a person asked for it.
  var isAsked: Bool {
    switch self {
    case .pickedStop, .wentToNextStop, .wentToPreviousStop, .openedStops: true
    case .foundStops, .cameAlong, .endedWay: false
    }
  }
}
