extension LabState {
  /// The part of the reducer that is about the menu.
  mutating func reduce(_ action: Opening.Action) -> [Effect] {
    switch action {
    case .choseNext: choose(selection + 1)
    case .chosePrevious: choose(selection - 1)
    case .openedEntry(let index): return open(index)
    case .openedChosen: return open(selection)
    case .openedLesson(let number):
      return menu.firstIndex { $0.number == number }.map { open($0) } ?? []
    case .agedBoard(let distance): return run?.agedBy == nil ? [] : [.opening(.age(by: distance))]
    case .listed(let entries): menu = entries
    case .opened(let run):
      self.run = nil
      self.run = run
      sheet = nil
    case .reopened(let kept):
      (branches, branch, beside) = (kept.runs, kept.chosen, nil)
      sheet = nil
    }
    return []
  }

  mutating func choose(_ index: Int) {
    if !menu.isEmpty { selection = min(max(index, 0), menu.count - 1) }
  }

  private mutating func open(_ index: Int) -> [Effect] {
    guard run == nil, menu.indices.contains(index) else { return [] }
    selection = index
    switch menu[index].opens {
    case .run(let target): return [.opening(.open(target))]
    case .place(let place): return [.opening(.goOn(place))]
    case .sheet(let subject): toggle(subject)
    }
    return []
  }

  /// Leaves the run on screen.
  mutating func close() -> [Effect] {
    guard let run else { return [] }
    leftRun = RunPlace(run)
    let kept = KeptBranches(self)
    self.run = nil
    return [.opening(.close(kept))]
  }
}
