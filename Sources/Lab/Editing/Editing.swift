import Simulation
import Stage

/// Changing pages and settings by hand before the run goes on.
public enum Editing {
  public struct State: Equatable, Sendable {
    public var isOn = false
    /// What was changed and not yet let a run go on from; it stays for the next time.
    public var draft = Draft()
    public init() {}
  }

  public enum Action: Equatable, Sendable {
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

    // What comes back
    /// A change can be made, and is.
    case made(Draft.Change, said: String)
    case refused(String)
    /// Nothing is to be done.
    case noted(String)
  }

  /// What depends on the memory.
  public enum Effect: Equatable, Sendable {
    case paint(Pfn, wholePageblock: Bool)
    /// What is under the cursor, wherever that has come to.
    case paintUnderCursor
    case retype
    case changeSetting(by: Int)
  }
}

extension Editing.State {
  /// Where keys go.
  func place(_ ring: Panel?) -> KeyContext { ring == .edit ? .settings : .edit }
}

extension Editing.Action {
  /// What is said of it; nil for what says nothing.
  var said: String? {
    switch self {
    case .made(_, let text), .refused(let text), .noted(let text): text
    default: nil
    }
  }
}
