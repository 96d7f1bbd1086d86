import Simulation

/// Will it run? What the kernel weighs before it compacts a zone.
public struct Verdict: Equatable, Sendable {
  /// What is weighed; nil where compaction is asked for by hand, and nothing is to decide.
  public var outlook: CompactionOutlook?
  /// Pages.
  public var free: Int
  public var min: Int
  public var low: Int
  public var high: Int

  public init(outlook: CompactionOutlook? = nil, free: Int, min: Int, low: Int, high: Int) {
    self.outlook = outlook
    self.free = free
    self.min = min
    self.low = low
    self.high = high
  }
}
