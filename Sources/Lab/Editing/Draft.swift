import Simulation

/// What a person has changed by hand and not yet let a run go on from. It is kept as what was done, so
/// that it can be shown, and made, at whatever step the run stands.
public struct Draft: Equatable, Sendable {
  /// What is taken back at once.
  public enum Change: Equatable, Sendable {
    case pages([Edit])
    case settings(RunSettings)
  }

  public private(set) var changes: [Change] = []
  /// What was taken back, the last one last.
  public private(set) var undone: [Change] = []
  /// What a page is painted with when nothing else is said.
  public var paint = Paint.pinned
  /// The chosen row of the settings.
  var row = RunSettings.Row.version
  /// What was last done, or why it can't be.
  public var notice: Notice?
  public init() {}

  public struct Notice: Equatable, Sendable {
    public var text: String
    public var isRefusal: Bool
  }

  public var isEmpty: Bool { changes.isEmpty }

  /// All that is to be done to a run in which other settings hold.
  func edits(insteadOf own: RunSettings) -> [Edit] { pageEdits + (settings?.edits(insteadOf: own) ?? []) }

  /// Edits of pages and pageblocks, the first one first.
  var pageEdits: [Edit] {
    changes.flatMap { change -> [Edit] in
      if case .pages(let edits) = change { edits } else { [] }
    }
  }
  /// Nil while they are the run's own.
  public var settings: RunSettings? {
    for case .settings(let settings) in changes.reversed() { return settings }
    return nil
  }

  mutating func make(_ change: Change) {
    changes.append(change)
    undone = []
  }

  /// - Returns: whether there was something.
  @discardableResult
  mutating func undo() -> Bool {
    guard let last = changes.popLast() else { return false }
    undone.append(last)
    return true
  }

  @discardableResult
  mutating func redo() -> Bool {
    guard let last = undone.popLast() else { return false }
    changes.append(last)
    return true
  }
}
