import Stage

extension LabState {
  /// The part of the reducer that is about the menu.
  mutating func reduce(_ action: Opening.Action) -> [Effect] {
    switch action {
    case .choseNext: choose(selection + 1)
    case .chosePrevious: choose(selection - 1)
    case .moved(let direction): return [.opening(.moveChoice(direction))]
    case .choseItem(let index, let direction): choose(index, to: direction)
    case .openedEntry(let index): return open(index)
    case .openedChosen: return open(selection)
    case .typedDigit(let digit): return type(digit)
    case .endedNumber: return openTypedLesson()
    case .agedBoard(let distance): return run?.agedBy == nil ? [] : [.opening(.age(by: distance))]
    case .toggledFilm: film.isStopped.toggle()
    case .actedIn(let minute): self.minute = minute
    case .listed(let entries):
      menu = entries
      choose(selection)
    case .filmWent(let step): film.step = step
    case .filmIsRecorded(let steps): film.steps = steps
    case .began(let target): awaited = target
    case .gaveUp: awaited = nil
    case .opened(let run):
      awaited = nil
      leave()
      self.run = nil
      self.run = run
      sheet = nil
    case .reopened(let kept):
      awaited = nil
      leave()
      (branches, branch, beside) = (kept.runs, kept.chosen, nil)
      sheet = nil
    }
    return []
  }

  mutating func choose(_ index: Int) {
    if !menu.isEmpty { selection = min(max(index, 0), menu.count - 1) }
  }

  /// Opens the lesson of a number as soon as no other one begins with the same digits.
  private mutating func type(_ digit: Int) -> [Effect] {
    let number = (typedNumber ?? 0) * 10 + digit
    typedNumber = number
    let others = menu.contains { $0.section == .lessons && ($0.number ?? 0) / 10 == number && number > 0 }
    return others ? [] : openTypedLesson()
  }

  private mutating func openTypedLesson() -> [Effect] {
    defer { typedNumber = nil }
    return menu.firstIndex { $0.section == .lessons && $0.number == typedNumber }.map { open($0) } ?? []
  }

  /// To the right and back the eye comes to where it was.
  private mutating func choose(_ index: Int, to direction: Direction) {
    guard menu.indices.contains(index), menu.indices.contains(selection) else { return }
    let (was, willBe) = (menu[selection].isOfCourse, menu[index].isOfCourse)
    if was, !willBe { choiceInCourse = selection }
    choose(!was && willBe && direction == .left ? choiceInCourse ?? index : index)
  }

  private mutating func open(_ index: Int) -> [Effect] {
    guard run == nil, menu.indices.contains(index) else { return [] }
    selection = index
    switch menu[index].opens {
    case .run(let target): return [.opening(.open(target))]
    case .place(let place): return [.opening(.goOn(place))]
    case .sheet(let subject): toggle(subject)
    case .fault(let text): message = text
    }
    return []
  }

  /// Leaves the run on screen.
  mutating func close() -> [Effect] {
    guard run != nil else { return [] }
    let kept = KeptBranches(self)
    leave()
    self.run = nil
    // What was left stands first.
    selection = 0
    return [.opening(.close(kept))]
  }

  /// Each thing that is left has one place to go on at.
  private mutating func leave() {
    guard let place = placeOfRun else { return }
    places = [place] + places.filter { $0.target != place.target }
  }

  /// Whether the film in the menu goes on by itself.
  var filmPlays: Bool {
    run == nil && sheet == nil && !film.isStopped && !reducesMotion && isFocused && film.step < film.steps
  }
}
