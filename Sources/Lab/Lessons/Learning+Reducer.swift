extension RunState {
  /// The part of the reducer that is about the lesson.
  mutating func reduce(_ action: Learning.Action) -> [Effect] {
    switch action {
    case .pickedStop(let stop):
      return learning.stops.indices.contains(stop - 1) ? goByHand(.seek(learning.stops[stop - 1])) : []
    case .wentToNextStop: return goByHand(nextStop.map { .seek($0) } ?? .forward(.page))
    case .wentToPreviousStop: return goByHand(previousStop.map { .seek($0) } ?? .back(.page))
    case .openedStops:
      guard !learning.stops.isEmpty else { return [.say("stops.none")] }
      finding.overlay = .stops(selection: max(stop - 1, 0))
    case .foundStops(let stops): learning.stops = stops
    }
    return []
  }

  /// The stop we are at or have last passed, from 1; 0 before the first.
  public var stop: Int { learning.stops.count { $0 <= step } }
  var nextStop: Int? { learning.stops.first { $0 > step } }
  var previousStop: Int? { learning.stops.last { $0 < step } }
}
