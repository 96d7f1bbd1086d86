import Simulation

/// Going to what is looked for: a step or page that is named, a moment, a line of the run as a list, a
/// bookmark.
public enum Finding {
  public struct State: Equatable, Sendable {
    public var overlay: Overlay?
    /// Steps, ascending.
    public var bookmarks: [Int] = []
    /// What was looked for last.
    public var condition: SearchCondition?
    public init() {}
  }

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

  public enum Action: Equatable, Sendable {
    case openedJump
    case openedSearches
    case openedEvents
    case typed(String)
    case erased
    case movedChoice(by: Int)
    case tookChoice
    case tookNumbered(Int)
    case searchedOn(forward: Bool)
    case looksFor(SearchCondition)
    case toggledBookmark
    case wentToBookmark(forward: Bool)

    // What comes back
    /// The moments that may be looked for here.
    case offered([SearchCondition])
    /// So many events match; the one nearest to the present step is chosen.
    case listed(rows: Int, selection: Int)
    case refused(String)
  }

  public enum Effect: Equatable, Sendable {
    case offerSearches
    case jump(String)
    case listEvents(filter: String)
    case goToEvent(Int)
    case find(SearchCondition, forward: Bool)
  }
}

extension Finding.Overlay {
  var place: KeyContext {
    switch self {
    case .jump: .entry
    case .searches: .searches
    case .scenarios: .scenarios
    case .stops: .stops
    case .events: .events
    }
  }
}

extension Finding.Action {
  /// Whether it leaves another entry of a list chosen.
  var choosesAnEntry: Bool {
    switch self {
    case .movedChoice, .offered, .listed: true
    default: false
    }
  }
}
