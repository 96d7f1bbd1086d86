import Simulation
import Stage

/// What a person does while editing, or what comes back to it.
public enum Drafting: Equatable, Sendable {
  case began
  /// The run goes on from what was drafted.
  case finished
  /// What is under the cursor is painted; nil paints as the last time.
  case painted(Paint?)
  /// The cursor moves, and paints where it comes to.
  case paintedOn(Direction)
  case paintedAt(Pfn, wholePageblock: Bool)
  /// The mouse's button goes down, and up again: what it paints meanwhile is one change.
  case beganStroke, endedStroke
  case chosePaint(Paint)
  /// The pageblock under the cursor becomes one of the next type.
  case retyped
  case movedRow(by: Int)
  case changedSetting(by: Int)
  /// A row of the settings by its number.
  case changedRow(Int, by: Int)
  case undid
  case redid
  /// A change can be made, and is.
  case made(Draft.Change, said: String)
  case refused(String)
  /// Nothing is to be done.
  case noted(String)
}
