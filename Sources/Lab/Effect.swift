import Runs

/// What the reducer wants done outside of the state, by the part of the program that does it.
public enum Effect: Equatable, Sendable {
  case opening(Opening.Effect)
  /// The run on screen goes elsewhere.
  case move(Movement)
  case learning(Learning.Effect)
  case inspecting(Inspecting.Effect)
  case finding(Finding.Effect)
  case editing(Editing.Effect)
  case branching(Branching.Effect)
  case saving(Saving.Effect)
  /// A line of the catalogue is to be read.
  case say(String)
}
