import Simulation
import Stage

/// A question that a person asks of a run, or what comes back to one.
public enum Question: Equatable, Sendable {
  // Looking closely
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

  // Looking for something
  case openedJump
  case openedSearches
  case openedEvents
  case openedStops
  case typed(String)
  case erased
  case movedChoice(by: Int)
  case tookChoice
  case tookNumbered(Int)
  case searchedOn(forward: Bool)
  /// The moments that may be looked for here.
  case offered([SearchCondition])
  case looksFor(SearchCondition)
  /// So many events match; the one nearest to the present step is chosen.
  case listed(rows: Int, selection: Int)
  case refused(String)

  // Remembering
  case toggledBookmark
  case wentToBookmark(forward: Bool)
  case toggledBefore
  case foldedRinged
  case toggledPanels
}

/// What a question wants done outside of the state.
public enum Errand: Equatable, Sendable {
  case moveRing(by: Int)
  case moveInspector(Direction)
  case findPlaceForInspector
  case moveLine(by: Int)
  case followLine(Int)
  case offerSearches
  case sayNoStops
  case jump(String)
  case listEvents(filter: String)
  case goToEvent(Int)
  case find(SearchCondition, forward: Bool)
}
