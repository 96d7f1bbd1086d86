extension ClosedRange {
  /// The value in the range that is nearest to another.
  func nearest(to value: Bound) -> Bound { Swift.min(Swift.max(value, lowerBound), upperBound) }
}
