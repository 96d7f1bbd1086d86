extension LabState {
  /// What is to come back at the next start.
  public var lastSession: LastSession {
    LastSession(
      width: windowWidth, height: windowHeight,
      isFullScreen: presenting.isOn ? presenting.wasFullScreen : isFullScreen, theme: theme,
      textSize: textSize, presentingTextSize: presenting.textSize, reducesMotion: ownMotion,
      lettersOff: bindings.lettersOff,
      places: Array(allPlaces.prefix(Self.mostPlaces)), others: keptForOthers)
  }

  /// Takes up what was left; the run is offered in the menu.
  mutating func takeUp(_ last: LastSession) {
    (windowWidth, windowHeight, isFullScreen) = (last.width, last.height, last.isFullScreen)
    (theme, textSize) = (last.theme, Self.textSizes.nearest(to: last.textSize))
    presenting.textSize = Presenting.State.textSizes.nearest(to: last.presentingTextSize)
    if let motion = last.reducesMotion { (reducesMotion, ownMotion) = (motion, motion) }
    if last.lettersOff { bindings.lettersOff = true }
    places = last.places
    keptForOthers = last.others
  }

  /// What is left longer ago is let go of.
  private static let mostPlaces = 40

  /// With the place of the run on screen.
  private var allPlaces: [RunPlace] {
    guard let place = placeOfRun else { return places }
    return [place] + places.filter { $0.target != place.target }
  }

  /// Where the run on screen is; nil where there is none.
  var placeOfRun: RunPlace? {
    guard let run else { return nil }
    var place = RunPlace(run, stops: branches[0].learning.stops)
    place.wasDone =
      branches.contains(where: \.learning.wasDone) || place.isDone
      || places.contains { $0.target == place.target && $0.wasDone }
    place.minute = minute
    return place
  }
}

extension RunPlace {
  /// Of a branch only the part that is the run's own can be gone back to.
  /// - Parameter stops: of the lesson, in the run that was opened.
  fileprivate init(_ run: RunState, stops: [Int]) {
    let last = run.fork?.sameUntil ?? .max
    let step = min(run.learning.way?.goal ?? run.goal ?? run.step, last)
    self.init(
      target: run.target, step: step, bookmarks: run.finding.bookmarks.filter { $0 <= last },
      stop: stops.count { $0 <= step }, stops: stops.count)
  }
}
