import Simulation

/// Will it run? What the kernel weighs before it compacts a zone.
public struct Verdict: Equatable, Sendable {
  public enum Weighed: Equatable, Sendable {
    /// Nothing: it was asked for by hand.
    case nothing
    /// Nothing: whoever wants this very range gets it emptied, or not at all.
    case range
    /// Whether a block can be made.
    case block(CompactionOutlook)
    /// Whether memory is scattered enough to compact it in advance, and whether that goes on already.
    case scores(ProactiveOutlook, isRunning: Bool)
  }

  public var weighed: Weighed
  /// Pages.
  public var free: Int
  public var min: Int
  public var low: Int
  public var high: Int

  public init(weighed: Weighed = .nothing, free: Int, min: Int, low: Int, high: Int) {
    self.weighed = weighed
    self.free = free
    self.min = min
    self.low = low
    self.high = high
  }
}
