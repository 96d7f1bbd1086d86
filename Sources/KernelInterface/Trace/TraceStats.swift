/// What tracefs `per_cpu/cpuN/stats` says of one CPU's trace buffer.
public struct TraceStats: Equatable, Sendable {
  public var cpu: Int
  /// Events in the buffer.
  public var entries: Int
  /// Events that newer ones have overwritten.
  public var overrun: Int
  /// Events lost for other reasons: nested writes, and a buffer that was full.
  public var commitOverrun: Int
  public var dropped: Int

  /// Events that happened and are in no trace.
  public var lost: Int { overrun &+ commitOverrun &+ dropped }

  /// Reads `entries: 857 overrun: 0 …`, on one line or on several.
  init?(cpu: Int, _ text: String) {
    func number(after label: String) -> Int? {
      guard let found = text.firstRange(of: label) else { return nil }
      return Int(text[found.upperBound...].drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber })
    }
    guard let entries = number(after: "entries:"), let commitOverrun = number(after: "commit overrun:"),
      let overrun = number(after: "overrun:"), let dropped = number(after: "dropped events:")
    else { return nil }
    self.cpu = cpu
    self.entries = entries
    self.overrun = overrun
    self.commitOverrun = commitOverrun
    self.dropped = dropped
  }
}
