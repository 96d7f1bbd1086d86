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
    /// What is saved gets its name.
    case naming(Naming)
    /// One of several things is chosen.
    case choices(Choices)
    /// The run as a list, as far as it matches what has been typed; no rows while nothing is made yet.
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
    /// What may be chosen among.
    case offered(Choices)
    /// So many steps match; the one nearest to the present step is chosen.
    case listed(rows: Int, selection: Int)
    /// More of the run has been made, and so many rows match now.
    case grew(rows: Int)
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
    case .naming: .naming
    case .choices(let choices):
      switch choices.subject {
      case .searches: .searches
      case .stops: .stops
      case .scenarios: .scenarios
      }
    case .events: .events
    }
  }

  /// Whether it stands where the run does, and is no line beside it.
  var coversRun: Bool {
    switch self {
    case .jump, .naming: false
    case .choices, .events: true
    }
  }
}

extension Finding.Action {
  /// Whether a person asked for it.
  var isAsked: Bool {
    switch self {
    case .offered, .listed, .grew, .refused: false
    default: true
    }
  }

  /// Whether it leaves another entry of a list chosen.
  var choosesAnEntry: Bool {
    switch self {
    case .movedChoice, .offered, .listed: true
    default: false
    }
  }
}
