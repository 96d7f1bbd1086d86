import Simulation

/// The whole run from left to right.
public struct Timeline: Equatable, Sendable {
  public enum MarkKind: Equatable, Sendable {
    /// Buddies merged to a block of the order.
    case merge(Order)
    case failure
    case scannersMet
    /// The run goes on in another zone.
    case zone(ZoneName)
  }
  public struct Mark: Equatable, Sendable {
    public var step: Int
    public var kind: MarkKind
    public init(step: Int, kind: MarkKind) {
      self.step = step
      self.kind = kind
    }
  }

  public var step: Int
  /// Steps of the whole run, or as many as are known so far.
  public var steps: Int
  public var marks: [Mark]
  /// Steps of the lesson's stops.
  public var stops: [Int]
  /// The stop we are at or have last passed, from 1; 0 before the first.
  public var stop: Int
  /// The order from which merges are marked.
  public var mergeOrder: Order
  public var bookmarks: [Int]
  /// Steps behind which a branch left, or this one did.
  public var forks: [Int] = []
  public init(
    step: Int, steps: Int, marks: [Mark] = [], stops: [Int] = [], stop: Int = 0, mergeOrder: Order = 4,
    bookmarks: [Int] = []
  ) {
    self.step = step
    self.steps = steps
    self.marks = marks
    self.stops = stops
    self.stop = stop
    self.mergeOrder = mergeOrder
    self.bookmarks = bookmarks
  }
}
