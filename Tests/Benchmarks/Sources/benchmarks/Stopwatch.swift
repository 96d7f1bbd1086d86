/// How long something takes, in nanoseconds.
func time(_ body: () throws -> Void) rethrows -> Double {
  let duration = try ContinuousClock().measure(body)
  return Double(duration.components.seconds) * 1e9 + Double(duration.components.attoseconds) / 1e9
}

/// How long something takes each time.
func times(_ count: Int, _ body: (Int) throws -> Void) rethrows -> [Double] {
  try (0..<count).map { number in try time { try body(number) } }
}
