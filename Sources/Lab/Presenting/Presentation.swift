import Stage

/// Showing a run to a room.
public struct Presentation: Equatable, Sendable {
  public internal(set) var isOn = false
  /// Percent, 100 to 300, of the size that can be read from the back of a room.
  public internal(set) var textSize = 100
  /// What hides the picture while the presenter wants to be looked at.
  public internal(set) var blank: Blank?
  /// How often another display was asked for.
  public internal(set) var displayTurns = 0
  /// Whether the window filled the screen before.
  var wasFullScreen = false
}

extension Presentation {
  /// Percent.
  static let textSizes = 100...300
}

extension Laboratory {
  /// Another display was asked for, but there is one only.
  public func sayNoOtherDisplay() { send(.failed(content.words("message.one-display"))) }
}

extension LabState {
  /// The part of the reducer that is about presenting.
  mutating func reducePresenting(_ action: Action) {
    switch action {
    case .toggledPresenting: togglePresenting()
    case .wentToNextDisplay:
      presentation.displayTurns += 1
      if !presentation.isOn { togglePresenting() }
    case .blanked(let blank):
      presentation.blank = blank
      // Nothing shall happen unseen.
      run?.isPlaying = false
    case .unblanked: presentation.blank = nil
    default: break
    }
  }

  /// A presentation fills the screen; behind it the window is what it was.
  mutating func togglePresenting() {
    if presentation.isOn {
      isFullScreen = presentation.wasFullScreen
    } else {
      presentation.wasFullScreen = isFullScreen
      isFullScreen = true
    }
    presentation.isOn.toggle()
  }

  /// Percent: what the keys for text size change, and the window shows.
  public var shownTextSize: Int {
    get { isShowingToRoom ? presentation.textSize : textSize }
    set {
      if isShowingToRoom {
        presentation.textSize = Presentation.textSizes.nearest(to: newValue)
      } else {
        textSize = Self.textSizes.nearest(to: newValue)
      }
    }
  }

  /// Whether the room sees the run, not a list, menu or table of the presenter's.
  var isShowingToRoom: Bool {
    guard presentation.isOn, let run, sheet == nil else { return false }
    switch run.inquiry.overlay {
    case nil, .jump: return true
    case .searches, .stops, .scenarios, .events: return false
    }
  }
}
