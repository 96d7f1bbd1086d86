extension LabState {
  /// What is to come back at the next start.
  public var lastSession: LastSession {
    LastSession(
      width: windowWidth, height: windowHeight,
      isFullScreen: presenting.isOn ? presenting.wasFullScreen : isFullScreen, theme: theme,
      textSize: textSize, presentingTextSize: presenting.textSize, reducesMotion: ownMotion,
      lettersOff: bindings.lettersOff,
      run: run.map(RunPlace.init) ?? leftRun)
  }

  /// Takes up what was left; the run is offered in the menu.
  mutating func takeUp(_ last: LastSession) {
    (windowWidth, windowHeight, isFullScreen) = (last.width, last.height, last.isFullScreen)
    (theme, textSize) = (last.theme, Self.textSizes.nearest(to: last.textSize))
    presenting.textSize = Presenting.State.textSizes.nearest(to: last.presentingTextSize)
    if let motion = last.reducesMotion { (reducesMotion, ownMotion) = (motion, motion) }
    if last.lettersOff { bindings.lettersOff = true }
    leftRun = last.run
  }
}

extension RunPlace {
  /// Of a branch only the part that is the run's own can be gone back to.
  init(_ run: RunState) {
    let last = run.fork?.sameUntil ?? .max
    self.init(
      target: run.target, step: min(run.learning.way?.goal ?? run.goal ?? run.step, last),
      bookmarks: run.finding.bookmarks.filter { $0 <= last })
  }
}
