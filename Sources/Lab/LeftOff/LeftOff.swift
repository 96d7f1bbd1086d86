/// Where a person left off: what comes back at the next start.
public struct LeftOff: Equatable, Sendable {
  /// Pixels of the window while it did not fill the screen.
  public var width: Int
  public var height: Int
  public var isFullScreen: Bool
  public var theme: ThemeName
  /// Percent.
  public var textSize: Int
  /// Percent, while presenting.
  public var presentingTextSize = 100
  /// Nothing shall move, or all may; nil where the desktop's setting was left to decide.
  public var reducesMotion: Bool?
  /// Characters are no keys alone.
  public var lettersOff = false
  /// The run that was on screen last, if there ever was one.
  public var run: RunPlace?
}

extension LabState {
  /// What is to come back at the next start.
  public var leftOff: LeftOff {
    LeftOff(
      width: windowWidth, height: windowHeight,
      isFullScreen: presentation.isOn ? presentation.wasFullScreen : isFullScreen, theme: theme,
      textSize: textSize, presentingTextSize: presentation.textSize, reducesMotion: ownMotion,
      lettersOff: bindings.lettersOff,
      run: run.map(RunPlace.init) ?? leftRun)
  }

  /// Takes up what was left; the run is offered in the menu.
  mutating func takeUp(_ left: LeftOff) {
    (windowWidth, windowHeight, isFullScreen) = (left.width, left.height, left.isFullScreen)
    (theme, textSize) = (left.theme, Self.textSizes.nearest(to: left.textSize))
    presentation.textSize = Presentation.textSizes.nearest(to: left.presentingTextSize)
    if let motion = left.reducesMotion { (reducesMotion, ownMotion) = (motion, motion) }
    if left.lettersOff { bindings.lettersOff = true }
    leftRun = left.run
  }
}
