import Runs

/// The menu, and opening and leaving what it offers.
public enum Opening {
  public enum Action: Equatable, Sendable {
    case choseNext
    case chosePrevious
    /// An entry, counted from 0 through all sections.
    case openedEntry(Int)
    case openedChosen
    /// The lesson of this number.
    case openedLesson(Int)

    /// The board on screen, aged by the recipe so many places further in their list.
    case agedBoard(by: Int)

    // What comes by itself
    /// What the menu offers.
    case listed([MenuEntry])
    case opened(RunState)
    /// A run is opened in which somebody has made something before.
    case reopened(KeptBranches)
  }

  public enum Effect: Equatable, Sendable {
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
    case .choseNext, .chosePrevious, .openedEntry, .openedChosen, .openedLesson, .agedBoard: true
    case .listed, .opened, .reopened: false
    }
  }
}
