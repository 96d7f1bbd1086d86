import Stage

extension LabState {
  /// The part of the reducer that is about presenting.
  mutating func reduce(_ action: Presenting.Action) {
    switch action {
    case .toggled: togglePresenting()
    case .wentToNextDisplay:
      presenting.displayTurns += 1
      if !presenting.isOn { togglePresenting() }
    case .blanked(let blank):
      presenting.blank = blank
      // Nothing shall happen unseen.
      run?.isPlaying = false
    case .unblanked: presenting.blank = nil
    case .fitted(let hasMoreToSay): presenting.hasMoreToSay = hasMoreToSay
    }
  }

  /// A presentation fills the screen; behind it the window is what it was.
  mutating func togglePresenting() {
    if presenting.isOn {
      isFullScreen = presenting.wasFullScreen
    } else {
      presenting.wasFullScreen = isFullScreen
      isFullScreen = true
    }
    presenting.isOn.toggle()
  }

  /// Whether the room sees the run, not a list, menu or table of the presenter's.
  var isShowingToRoom: Bool {
    guard presenting.isOn, let run, sheet == nil else { return false }
    return run.finding.overlay?.coversRun != true
  }
}
