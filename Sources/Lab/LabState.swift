import Runs

/// All of the program that can be seen or chosen, as a value. The run's pages stay with the playhead.
public struct LabState: Equatable, Sendable {
  public var menu: [MenuEntry]
  /// The chosen entry of the menu.
  public var selection = 0
  /// The entry of the left column that the eye was on before it went to the right.
  var choiceInCourse: Int?
  /// What has been typed so far of a lesson's number, while another digit may come.
  var typedNumber: Int?
  /// The run that plays in the menu.
  public internal(set) var film = Opening.Film()
  /// The window has the keys.
  public internal(set) var isFocused = true
  /// The run on screen, and what it branched into; none shows the menu.
  public internal(set) var branches: [RunState] = []
  /// The branch on screen, and the one that stands beside it.
  public internal(set) var branch = 0
  public internal(set) var beside: Int?
  /// Percent, of `textSizes`.
  public var textSize = 100
  static let textSizes = 100...200
  public var theme: ThemeName = .dark
  public var isFullScreen = false
  /// Nothing shall move; arrows say from where to where.
  public var reducesMotion = false
  /// What the person chose about that; nil where the desktop decides.
  var ownMotion: Bool?
  /// A running machine's free blocks stand beside the simulated ones.
  public var showsLive = false
  /// What covers the window, if anything does.
  public var sheet: Sheets.State?
  /// What is being read, to be opened.
  public internal(set) var awaited: RunTarget?
  public var bindings = KeyBindings()
  public var presenting = Presenting.State()
  /// One line that must be read; gone with the next thing done.
  public var message: String?
  /// Pixels of the window.
  public var width: Int
  public var height: Int
  /// Pixels of the window while it does not fill the screen.
  var windowWidth: Int
  var windowHeight: Int
  /// Where things were left, one place for each, the latest first.
  var places: [RunPlace] = []
  /// What a newer program keeps in the file of the last session.
  var keptForOthers = ""
  /// When a person did something last, in minutes since 1970; nil where nobody knows.
  var minute: Int?
  public var isClosing = false

  public init(menu: [MenuEntry] = [], width: Int = 1280, height: Int = 720) {
    self.menu = menu
    self.width = width
    self.height = height
    (windowWidth, windowHeight) = (width, height)
  }

  /// The run on screen, the branch of it that is chosen; nil shows the menu.
  public var run: RunState? {
    get { branches.indices.contains(branch) ? branches[branch] : nil }
    set {
      guard let newValue else {
        (branches, branch, beside) = ([], 0, nil)
        return
      }
      if branches.isEmpty { branches = [newValue] } else { branches[branch] = newValue }
    }
  }

  /// Where keys mean different things.
  public var place: KeyContext { presenting.blank == nil ? sheet?.place ?? placeBelowSheet : .blank }
  /// The place that comes back when the sheet is closed.
  var placeBelowSheet: KeyContext {
    guard let run else { return .menu }
    return run.place ?? (presenting.isOn ? .presenting : .run)
  }
}
