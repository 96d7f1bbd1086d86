import Simulation

/// What the reducer wants done outside of the state.
public enum Effect: Equatable, Sendable {
  case move(Movement)
  case run(Errand)
  /// What is drafted depends on the memory.
  case draft(Drafting)
  /// What is shown is saved as a scenario; those saved are listed.
  case saveScenario
  case offerScenarios
  /// A line of the catalogue is to be read.
  case say(String)
  /// The branch of this number is not there any more.
  case dropSession(Int)
  case open(MenuEntry.Target)
  /// A run is opened, and gone on with.
  case goOn(RunPlace)
  /// The run on screen is left, with what somebody made of it.
  case close(RunBranches?)
  /// What is said now goes to the clipboard.
  case copy
  /// What is shown now goes to a file.
  case savePicture
}

/// A way through the run.
public enum Movement: Equatable, Sendable {
  case forward(StepSize)
  case back(StepSize)
  case seek(Int)

  /// Whether it leads somewhere else from each place.
  var isRelative: Bool {
    switch self {
    case .forward, .back: true
    case .seek: false
    }
  }

  /// Whether it is a step, whatever its size, and not a jump.
  func isStep(from step: Int) -> Bool {
    switch self {
    case .forward, .back: true
    case .seek(let goal): abs(goal - step) == 1
    }
  }
}
