import Stage

extension KeyBindings {
  /// The keys from stop to stop.
  mutating func addStops() {
    add(.run, [.pageDown], .learning(.wentToNextStop), "next-stop")
    add(.run, [.pageUp], .learning(.wentToPreviousStop), "previous-stop")
  }

  /// The list of the stops.
  mutating func addStopList() {
    add(.run, [.character("o")], .learning(.openedStops), "stops")
  }
}
