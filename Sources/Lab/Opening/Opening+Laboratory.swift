import Runs
import Scenarios
import Stage

/// Opening runs and leaving them.
extension Laboratory {
  func perform(_ effect: Opening.Effect) {
    switch effect {
    case .moveChoice(let direction): moveChoice(direction)
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
    send(.opening(.listed(content.menu(entries, saved: savedEntries, left: state.places))))
    if film == nil { film = makeFilm() }
  }

  /// To where the picture has the next entry; below what it shows, the list goes on.
  private func moveChoice(_ direction: Direction) {
    if let next = picture?.menuItem(from: state.selection, to: direction) {
      return send(.opening(.choseItem(next, to: direction)))
    }
    let next = state.selection + (direction == .down ? 1 : -1)
    guard direction == .up || direction == .down, state.menu.indices.contains(next),
      state.menu[next].isOfCourse == state.menu[state.selection].isOfCourse || picture?.isOneColumn != false
    else { return }
    send(.opening(.choseItem(next, to: direction)))
  }

  // MARK: The run that plays meanwhile

  private func makeFilm() -> Film? {
    let lessons = entries.filter { $0.section == .lessons }
    let entry = lessons.first { $0.number == 4 } ?? lessons.first
    guard let target = entry?.target, let recipe = try? content.folder.recipe(for: target) else { return nil }
    return Film(recipe, RunView(recipe, words: content.words, wake: wake))
  }

  /// Takes what has been recorded of it.
  func receiveFilm() {
    guard let film else { return }
    for case .recorded(_, let steps, _) in film.view.receive(inBranch: 0) {
      send(.opening(.filmIsRecorded(steps: steps)))
    }
  }

  func advanceFilm(to now: Duration) {
    guard let due = film?.stepsDue(at: now, isPlaying: state.filmPlays), due > 0 else { return }
    send(.opening(.filmWent(to: min(state.film.step + due, state.film.steps))))
  }

  /// What is to be seen of it. Where nothing is to move it stands in its middle.
  func shownFilm() -> Home.Film? {
    let words = content.words
    let step = state.reducesMotion ? state.film.steps / 2 : state.film.step
    guard let film, let map = film.map(atStep: step) else { return nil }
    let isOver = state.reducesMotion || state.film.steps > 0 && step == state.film.steps
    let does = words(state.film.isStopped ? "keys.does.play" : "keys.does.pause")
    let name = isOver ? "film.still" : state.filmPlays ? "film.running" : "film.stopped"
    return Home.Film(
      map: map, caption: words("film.caption"), name: words(name, ["number": .number(film.number)]),
      key: isOver ? nil : KeyHint(key: words("keyboard.space"), does: does))
  }

  // MARK: Opening

  /// Opens what a target names, as soon as it is read.
  private func open(_ target: RunTarget, goingOnAt place: RunPlace? = nil) {
    reading = RecipeReading(
      target, goingOnAt: place, in: content.folder, version: kernel?.version, wake: wake)
    send(.opening(.began(target)))
    // What comes with the program is there at once; saying that it is read would only flicker.
    reading?.wait(atMost: target.isOurs ? nil : .milliseconds(60))
    receiveReading()
  }

  /// Opens what has been read, if it is still wanted.
  func receiveReading() {
    guard let reading, let outcome = reading.take() else { return }
    self.reading = nil
    guard state.awaited == reading.target else { return }
    do {
      try open(outcome.get(), goingOnAt: reading.place)
    } catch {
      send(.opening(.gaveUp))
      send(.failed("\(error)"))
    }
  }

  /// Waits until what was chosen is read, for those who have nothing else to do.
  func waitForReading() {
    reading?.wait(atMost: nil)
    receiveReading()
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
    film = nil
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
    // Whose rules are taken where they are not quite the kernel's own is said once.
    if kept == nil, let doubt = (kernel ?? recipe.release).doubt(content.words) { send(.said(doubt)) }
  }

  /// Keeps what was made of the run on screen, which is being left.
  private func keep(_ left: KeptBranches?) {
    guard var left, let recipe = sessions.first?.recipe else { return }
    left.edits = sessions.map(\.recipe.edits)
    kept[recipe.identity] = left
  }

  /// Waits until the run has been recorded to its end, for those who make a single picture.
  public func waitForRecording() {
    waitForReading()
    while let run = state.run, !run.isComplete {
      session?.waitForDelivery()
      receive()
    }
  }
}
