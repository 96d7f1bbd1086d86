import Simulation

/// Free blocks by order, now and at another time or place.
public struct FreeBlocks: Equatable, Sendable {
  /// What the counts are compared with.
  public enum Ghost: Equatable, Sendable {
    case none
    /// The same zone before this run.
    case before([Int])
    /// The same zone of the machine this runs on, from its buddyinfo.
    case live([Int])
  }

  /// What the length of a bar means.
  public enum Measure: Equatable, Sendable {
    /// Pages, so that a split or merge leaves their sum as it is.
    case pages
    /// Blocks, on a logarithmic scale.
    case logBlocks
  }

  public var zone: ZoneName
  /// By order, from 0.
  public var counts: [Int]
  public var ghost: Ghost
  public var measure: Measure
  /// Whether there are other zones, so that this one must be named.
  public var namesZone = false
  public init(zone: ZoneName, counts: [Int], ghost: Ghost = .none, measure: Measure) {
    self.zone = zone
    self.counts = counts
    self.ghost = ghost
    self.measure = measure
  }

  var ghostCounts: [Int]? {
    switch ghost {
    case .none: nil
    case .before(let counts), .live(let counts): counts
    }
  }
}
