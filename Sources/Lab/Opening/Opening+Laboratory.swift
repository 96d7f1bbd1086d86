import Runs

/// Opening runs and leaving them.
extension Laboratory {
  func perform(_ effect: Opening.Effect) {
    switch effect {
    case .open(let target): open(target)
    case .goOn(let place): open(place.target, goingOnAt: place)
    case .close(let left):
      keep(left)
      views = []
      openMenu()
    }
  }

  /// Shows the menu.
  public func openMenu() {
    send(.opening(.listed(content.menu(entries + savedEntries, goingOn: state.leftRun))))
  }

  private func open(_ target: RunTarget, goingOnAt place: RunPlace? = nil) {
    do {
      try open(content.folder.recipe(for: target, version: version), goingOnAt: place)
    } catch {
      send(.failed("\(error)"))
    }
  }

  /// Begins a run; it is recorded behind what is shown. What somebody has made of it before is still there.
  /// - Parameter place: where it goes on; nil for its beginning.
  public func open(_ recipe: RunRecipe, goingOnAt place: RunPlace? = nil) {
    keep(KeptBranches(state))
    let kept = kept.removeValue(forKey: recipe.identity)
    views = (kept?.recipes(of: recipe) ?? [recipe]).map {
      RunView($0, words: content.words, wake: wake)
    }
    if let kept {
      send(.opening(.reopened(place == nil ? kept.fromStart : kept)))
      send(.said(content.words("message.kept")))
    } else {
      send(.opening(.opened(RunState(target: recipe.target))))
    }
    // A small memory is there at once; waiting for it saves a picture of nothing.
    session?.waitForDelivery(atMost: .milliseconds(60))
    receive()
    if kept == nil, let place { send(.stepping(.wentOn(place))) }
  }

  /// Keeps what was made of the run on screen, which is being left.
  private func keep(_ left: KeptBranches?) {
    guard var left, let recipe = sessions.first?.recipe else { return }
    left.edits = sessions.map(\.recipe.edits)
    kept[recipe.identity] = left
  }

  /// Waits until the run has been recorded to its end, for those who make a single picture.
  public func waitForRecording() {
    while let run = state.run, !run.isComplete {
      session?.waitForDelivery()
      receive()
    }
  }
}
