/// One thing measured, beside the most it may be.
struct Figure {
  var name: String
  var unit: Unit
  /// In the unit's base: nanoseconds, bytes or a plain number. Sorted.
  private let samples: [Double]
  /// What the middle of the samples may be, and what 95 of 100 must keep to; nil where nothing is promised.
  var limit: Double?
  var limitOfP95: Double?

  enum Unit {
    case nanoseconds, bytes, count
  }

  init(
    _ name: String, _ samples: [Double], _ unit: Unit = .nanoseconds, limit: Double? = nil,
    limitOfP95: Double? = nil
  ) {
    precondition(!samples.isEmpty, "nothing was measured for \(name)")
    self.name = name
    self.unit = unit
    self.samples = samples.sorted()
    self.limit = limit
    self.limitOfP95 = limitOfP95
  }

  var median: Double { samples[samples.count / 2] }
  var p95: Double { samples[min(samples.count - 1, samples.count * 95 / 100)] }

  /// How much of what it may use it uses; above 1 a promise is broken.
  var share: Double? {
    let shares = [limit.map { Self.share(median, $0) }, limitOfP95.map { Self.share(p95, $0) }]
    return shares.compactMap(\.self).max()
  }

  /// Of nothing that is allowed, nothing is used by nothing.
  private static func share(_ value: Double, _ limit: Double) -> Double {
    value == 0 && limit == 0 ? 0 : value / limit
  }

  static let heading = row("", "median", "p95", "limit", "of p95", "used")

  var row: String {
    Figure.row(
      name, unit.text(median), samples.count > 1 ? unit.text(p95) : "",
      limit.map(unit.text) ?? "", limitOfP95.map(unit.text) ?? "",
      share.map { ($0.isFinite ? "\(Int(($0 * 100).rounded())) %" : "all") + ($0 > 1 ? " OVER" : "") } ?? "")
  }

  private static func row(_ name: String, _ columns: String...) -> String {
    columns.reduce(name.padded(to: 58)) { $0 + $1.padded(to: 10, right: true) }
  }
}

extension Figure.Unit {
  /// The value with three digits and the prefix that suits it.
  func text(_ value: Double) -> String {
    let scales: [(Double, String)] =
      switch self {
      case .nanoseconds: [(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1, "ns")]
      case .count: [(1, "")]
      case .bytes: [(1e6, "MB"), (1e3, "kB"), (1, "B")]
      }
    let (size, name) = scales.first { value >= $0.0 } ?? scales[scales.count - 1]
    let scaled = value / size
    let digits = scaled >= 100 ? 1.0 : scaled >= 10 ? 10 : 100
    let rounded = (scaled * digits).rounded() / digits
    return (digits == 1 ? "\(Int(rounded))" : "\(rounded)") + (name.isEmpty ? "" : " " + name)
  }
}

extension String {
  fileprivate func padded(to width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - count))
    return right ? space + self : self + space
  }
}
