/// How things are shown: theme, size of texts, motion, window, letters, and whether this machine is beside
/// the simulated one.
public enum Viewing {
  public enum Action: Equatable, Sendable {
    case choseTheme(ThemeName)
    /// Percent.
    case choseTextSize(Int)
    case enlargedText
    case reducedText
    case tookNormalText
    case toggledFullScreen
    case toggledLetters
    case toggledMotion
    case toggledLive
    /// What the desktop says about motion.
    case choseReducedMotion(Bool)
    /// Pixels of the window.
    case resized(width: Int, height: Int)
    /// The window has the keys, or another one.
    case focused(Bool)
  }
}

extension Viewing.Action {
  /// Whether a person asked for it.
  var isAsked: Bool {
    switch self {
    case .resized, .focused: false
    default: true
    }
  }
}

extension Viewing.Action {
  /// Whether it gives the map another size.
  var resizesMap: Bool {
    switch self {
    case .choseTextSize, .enlargedText, .reducedText, .tookNormalText, .resized: true
    default: false
    }
  }
}
