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
  /// How far a stroke of the mouse is; nil while there is none.
  private(set) var stroke: Stroke?
  /// The chosen row of the settings.
  var row = RunSettings.Row.version
  /// What was last done, or why it can't be.
  public var notice: Notice?
  public init() {}

  /// All pages of a stroke are one change.
  public enum Stroke: Equatable, Sendable { case begun, painting }

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

  mutating func beginStroke() { stroke = .begun }
  mutating func endStroke() { stroke = nil }

  mutating func make(_ change: Change) {
    if case .pages(let edits) = change, let strokeEdits {
      changes[changes.count - 1] = .pages(strokeEdits + edits)
    } else {
      changes.append(change)
    }
    if stroke != nil { stroke = .painting }
    undone = []
  }

  /// What the stroke under way has painted so far.
  var strokeEdits: [Edit]? {
    guard stroke == .painting, case .pages(let edits) = changes.last else { return nil }
    return edits
  }

  /// - Returns: whether there was something.
  @discardableResult
  mutating func undo() -> Bool {
    if stroke != nil { stroke = .begun }
    guard let last = changes.popLast() else { return false }
    undone.append(last)
    return true
  }

  @discardableResult
  mutating func redo() -> Bool {
    if stroke != nil { stroke = .begun }
    guard let last = undone.popLast() else { return false }
    changes.append(last)
    return true
  }
}
