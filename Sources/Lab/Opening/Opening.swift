import Runs
import Stage

/// The menu, and opening and leaving what it offers.
public enum Opening {
  /// How far the run is that plays in the menu.
  public struct Film: Equatable, Sendable {
    public var step = 0
    /// Steps that it has, as far as they are recorded.
    public var steps = 0
    /// A person wants it to stand still.
    public var isStopped = false
    public init() {}
  }

  public enum Action: Equatable, Sendable {
    case choseNext
    case chosePrevious
    /// To where the eye expects the next entry.
    case moved(Direction)
    /// An entry, counted from 0 through all sections.
    case openedEntry(Int)
    case openedChosen
    /// A digit of a lesson's number.
    case typedDigit(Int)
    /// The run that plays in the menu stops, or goes on.
    case toggledFilm
    /// The board on screen, aged by the recipe so many places further in their list.
    case agedBoard(by: Int)

    // What comes by itself
    /// A person does something in this minute since 1970.
    case actedIn(minute: Int)
    /// No further digit has come in time.
    case endedNumber
    /// What the menu offers.
    case listed([MenuEntry])
    /// The entry that lies in a direction is chosen.
    case choseItem(Int, to: Direction)
    /// It is being read what a run is made of.
    case began(RunTarget)
    /// It can't be read.
    case gaveUp
    case opened(RunState)
    /// A run is opened in which somebody has made something before.
    case reopened(KeptBranches)
    case filmWent(to: Int)
    case filmIsRecorded(steps: Int)
  }

  public enum Effect: Equatable, Sendable {
    case moveChoice(Direction)
    case open(RunTarget)
    /// A run is opened, and gone on with.
    case goOn(RunPlace)
    /// The board on screen is opened anew, with another age.
    case age(by: Int)
    /// The run on screen is left, with what somebody made of it.
    case close(KeptBranches?)
  }
}

extension Opening.Action {
  /// Whether a person asked for it.
  var isAsked: Bool {
    switch self {
    case .choseNext, .chosePrevious, .moved, .openedEntry, .openedChosen, .typedDigit, .toggledFilm,
      .agedBoard:
      true
    case .actedIn, .listed, .endedNumber, .choseItem, .began, .gaveUp, .opened, .reopened, .filmWent,
      .filmIsRecorded:
      false
    }
  }
}
