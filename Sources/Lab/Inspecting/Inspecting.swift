import Simulation
import Stage

/// Looking closely: the inspector on a page or pageblock, the ring on a part of the window, panels folded
/// away, the map as it was before the step.
public enum Inspecting {
  public struct State: Equatable, Sendable {
    /// The page that the lens or the inspector is on; nil follows the run.
    public var pfn: Pfn?
    /// The inspector is on a whole pageblock, not on one page of it.
    public var wholePageblock = false
    /// The part of the window that keys go to; nil while they go to the run.
    public var ring: Panel?
    /// The chosen line of the inspector, from 0; nil before one is chosen.
    public var line: Int?
    /// The map shows how it was before the step.
    public var showsBefore = false
    /// Panels folded away by hand.
    public var folded: Set<Panel> = []
    public init() {}
  }

  public enum Action: Equatable, Sendable {
    /// To the next part of the window, or the one before (−1).
    case movedRing(by: Int)
    case ringed(Panel)
    case movedInspector(Direction)
    /// A page was pointed at, or a pageblock by its first page.
    case pointed(at: Pfn, wholePageblock: Bool)
    /// The inspector stands on a page or pageblock.
    case inspected(Pfn, wholePageblock: Bool)
    /// Closer to what the ring is on.
    case enteredRinged
    /// Lines of the inspector.
    case movedLine(by: Int)
    case choseLine(Int)
    case followedLine(Int)
    case toggledBefore
    case foldedRinged
    case toggledPanels
  }

  public enum Effect: Equatable, Sendable {
    case moveRing(by: Int)
    case moveInspector(Direction)
    case findPlace
    case moveLine(by: Int)
    case followLine(Int)
  }
}

extension Inspecting.State {
  /// Where keys go; nil while they go to the run.
  var place: KeyContext? {
    switch ring {
    case nil: nil
    case .map, .lens: .map
    case .inspector: .inspector
    default: .panel
    }
  }

  mutating func inspect(_ pfn: Pfn?, wholePageblock: Bool) {
    self.pfn = pfn
    self.wholePageblock = wholePageblock
    line = nil
  }
}

extension Inspecting.Action {
  /// Whether it leaves another thing inspected, or another line of the inspector chosen.
  var choosesAnEntry: Bool {
    switch self {
    case .inspected, .pointed, .choseLine: true
    default: false
    }
  }
}
