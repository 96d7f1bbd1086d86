import Simulation

/// What the reducer wants done outside of the state.
public enum Effect: Equatable, Sendable {
  case move(Movement)
  case run(Errand)
  case open(MenuEntry.Target)
  /// The run on screen is left.
  case close
}

/// A way through the run.
public enum Movement: Equatable, Sendable {
  case forward(StepSize)
  case back(StepSize)
  case seek(Int)
}
