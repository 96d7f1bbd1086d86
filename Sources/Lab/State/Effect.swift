import Runs

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
  case open(RunTarget)
  /// A run is opened, and gone on with.
  case goOn(RunPlace)
  /// The run on screen is left, with what somebody made of it.
  case close(RunBranches?)
  /// What is said now goes to the clipboard.
  case copy
  /// What is shown now goes to a file.
  case savePicture
}
