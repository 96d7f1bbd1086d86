/// How long nothing more has been typed of a lesson's number.
struct NumberClock {
  private var number: Int?
  private var since = Duration.zero

  /// How long a further digit is waited for.
  private static let patience = Duration.milliseconds(800)

  /// Whether no further digit comes.
  /// - Parameter number: what has been typed; nil for nothing.
  mutating func isOver(for number: Int?, at now: Duration) -> Bool {
    if number != self.number { (self.number, since) = (number, now) }
    return number != nil && now >= since + Self.patience
  }

  /// How long until then; nil where nothing was typed.
  func wait(at now: Duration) -> Duration? {
    number.map { _ in max(since + Self.patience - now, .zero) }
  }
}
