import Simulation
import Stage

/// What a person asks of a run: what is looked at closely, looked for, and remembered.
public struct Inquiry: Equatable, Sendable {
  /// What stands over the run and takes the keys.
  public enum Overlay: Equatable, Sendable {
    /// A pfn, an address or a step is typed in; `refusal` says why the last one means nothing.
    case jump(text: String, refusal: String?)
    /// One of the moments to run until is chosen.
    case searches([SearchCondition], selection: Int)
    /// One of the lesson's stops is chosen.
    case stops(selection: Int)
    /// One of the scenarios that the person has saved is chosen.
    case scenarios([MenuEntry], selection: Int)
    /// The run as a list, as far as it matches what has been typed.
    case events(filter: String, rows: Int, selection: Int)
  }

  /// The part of the window that keys go to; nil while they go to the run.
  public var ring: Panel?
  /// The inspector is on a whole pageblock, not on one page of it.
  public var inspectsPageblock = false
  /// The chosen line of the inspector, from 0; nil before one is chosen.
  public var line: Int?
  /// Steps, ascending.
  public var bookmarks: [Int] = []
  /// The map shows how it was before the step.
  public var showsBefore = false
  /// What was looked for last.
  public var condition: SearchCondition?
  public var overlay: Overlay?
  /// Panels folded away by hand.
  public var folded: Set<Panel> = []
  public init() {}
}
