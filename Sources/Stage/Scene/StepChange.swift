import Simulation

/// Where things were before the step just made: shown beside where they are, for those who want no motion.
public struct StepChange: Equatable, Sendable {
  /// A page that the step moved.
  public struct Move: Equatable, Sendable {
    public var source: Pfn
    public var target: Pfn
    public init(source: Pfn, target: Pfn) {
      self.source = source
      self.target = target
    }
  }

  public var move: Move?
  /// Nil where a scanner was in the same pageblock, or nowhere.
  public var migrate: ScannerPosition?
  public var free: ScannerPosition?
  public init(move: Move? = nil, migrate: ScannerPosition? = nil, free: ScannerPosition? = nil) {
    self.move = move
    self.migrate = migrate
    self.free = free
  }

  func position(of scanner: Scanner) -> ScannerPosition? {
    switch scanner {
    case .migrate: migrate
    case .free: free
    }
  }
}
