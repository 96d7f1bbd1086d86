import Simulation

/// A way through the run.
public enum Movement: Equatable, Sendable {
  case forward(StepSize)
  case back(StepSize)
  case seek(Int)

  /// Whether it leads somewhere else from each place.
  public var isRelative: Bool {
    switch self {
    case .forward, .back: true
    case .seek: false
    }
  }

  /// Whether it is a step, whatever its size, and not a jump.
  public func isStep(from step: Int) -> Bool {
    switch self {
    case .forward, .back: true
    case .seek(let goal): abs(goal - step) == 1
    }
  }
}
