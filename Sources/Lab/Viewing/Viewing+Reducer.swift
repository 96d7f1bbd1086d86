extension LabState {
  /// The part of the reducer that is about how things are shown.
  mutating func reduce(_ action: Viewing.Action) {
    switch action {
    case .choseTheme(let name): theme = name
    case .choseTextSize(let percent): shownTextSize = percent
    case .enlargedText: shownTextSize += 10
    case .reducedText: shownTextSize -= 10
    case .tookNormalText: shownTextSize = 100
    case .toggledFullScreen: isFullScreen.toggle()
    case .toggledLetters: bindings.lettersOff.toggle()
    case .toggledMotion:
      reducesMotion.toggle()
      ownMotion = reducesMotion
    case .toggledLive: showsLive.toggle()
    case .choseReducedMotion(let isReduced): reducesMotion = isReduced
    case .focused(let isFocused): self.isFocused = isFocused
    case .resized(let width, let height):
      (self.width, self.height) = (width, height)
      if !isFullScreen { (windowWidth, windowHeight) = (width, height) }
    }
  }

  /// Percent: what the keys for text size change, and the window shows.
  public var shownTextSize: Int {
    get { isShowingToRoom ? presenting.textSize : textSize }
    set {
      if isShowingToRoom {
        presenting.textSize = Presenting.State.textSizes.nearest(to: newValue)
      } else {
        textSize = Self.textSizes.nearest(to: newValue)
      }
    }
  }
}
