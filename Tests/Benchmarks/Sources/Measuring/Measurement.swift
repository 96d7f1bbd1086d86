/// How long something took, again and again.
public struct Measurement: Sendable {
  public let name: String
  /// Milliseconds, shortest first; not empty.
  private let times: [Double]

  /// Runs `body` once to warm up and then `count` times.
  public init(_ name: String, count: Int = 60, _ body: (Int) throws -> Void) rethrows {
    self.name = name
    let clock = ContinuousClock()
    var times: [Double] = []
    try body(0)
    for round in 1...max(1, count) {
      let duration = try clock.measure { try body(round) }
      times.append(
        Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1000)
    }
    self.times = times.sorted()
  }

  public var median: Double { percentile(50) }

  /// The time that `share` per cent of the rounds did not exceed, in milliseconds.
  public func percentile(_ share: Int) -> Double {
    times[min(times.count - 1, times.count * share / 100)]
  }

  /// One line: median and 95th percentile, beside the limits they are compared with, if there are any.
  public func report(medianMax: Double? = nil, percentile95Max: Double? = nil) -> String {
    let name = name.padding(to: 52)
    let median = "p50 " + Self.text(median, limit: medianMax)
    return name + median.padding(to: 26) + "p95 " + Self.text(percentile(95), limit: percentile95Max)
  }

  private static func text(_ milliseconds: Double, limit: Double?) -> String {
    let hundredths = Int((milliseconds * 100).rounded())
    let value = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) ms"
    guard let limit else { return value }
    return value + (milliseconds <= limit ? " (≤ \(Int(limit)))" : " (above \(Int(limit)))")
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
