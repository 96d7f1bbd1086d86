import Stage

/// Showing a run to a room.
public enum Presenting {
  public struct State: Equatable, Sendable {
    public internal(set) var isOn = false
    /// Percent, 100 to 300, of the size that can be read from the back of a room.
    public internal(set) var textSize = 100
    static let textSizes = 100...300
    /// What hides the picture while the presenter wants to be looked at.
    public internal(set) var blank: Blank?
    /// How often another display was asked for.
    public internal(set) var displayTurns = 0
    /// Not all that is said finds room at once: a key shows the rest before it goes on.
    var hasMoreToSay = false
    /// Whether the window filled the screen before.
    var wasFullScreen = false

    public init() {}
  }

  public enum Action: Equatable, Sendable {
    case toggled
    /// Presents on the next display.
    case wentToNextDisplay
    case blanked(Blank)
    /// The picture is to be seen again.
    case unblanked

    // What comes by itself
    /// Whether all that is said found room in the picture.
    case fitted(hasMoreToSay: Bool)
  }
}

extension Presenting.Action {
  /// Whether a person asked for it.
  var isAsked: Bool { if case .fitted = self { false } else { true } }
}
