import Runs
import Scenarios

/// Opening runs and leaving them.
extension Laboratory {
  func perform(_ effect: Opening.Effect) {
    switch effect {
    case .open(let target): open(target)
    case .goOn(let place): open(place.target, goingOnAt: place)
    case .age(let distance): age(by: distance)
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

  /// Opens the same board, aged by the recipe that stands so many places behind its own in their list.
  private func age(by distance: Int) {
    let folder = content.folder
    guard case .source(let name, _)? = state.run?.target,
      let current = sessions.first?.recipe.source as? Board
    else { return }
    let names = folder.recipeNames
    let place = names.firstIndex { (try? folder.recipe(named: $0)) == current.recipe } ?? 0
    guard let next = names.isEmpty ? nil : names[(place + distance + names.count) % names.count] else {
      return
    }
    let own = (try? folder.board(named: name))?.recipe
    let row = state.sheet?.selection ?? 0
    open(.source(name, recipe: (try? folder.recipe(named: next)) == own ? nil : next))
    // Who walks through the ages stays on their row.
    send(.sheets(.toggled(.view)))
    send(.sheets(.moved(by: row)))
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
      let aged = (recipe.source as? Board)?.recipe.title
      send(.opening(.opened(RunState(target: recipe.target, agedBy: aged))))
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
