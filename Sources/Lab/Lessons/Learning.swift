/// What a lesson adds to its run: the stops, and what is said and pointed at there.
public enum Learning {
  public struct State: Equatable, Sendable {
    /// Steps of the lesson's stops that are known, ascending.
    public var stops: [Int] = []
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
  }
}

extension Learning.Action {
  /// Whether a person asked for it.
  var isAsked: Bool { if case .foundStops = self { false } else { true } }
}
