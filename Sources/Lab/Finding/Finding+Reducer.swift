extension RunState {
  /// The part of the reducer that is about what is looked for.
  mutating func reduce(_ action: Finding.Action) -> [Effect] {
    switch action {
    case .openedJump: finding.overlay = .jump(text: "", refusal: nil)
    case .openedSearches: return openSearches()
    case .openedEvents:
      finding.overlay = .events(filter: "", rows: 0, selection: 0)
      return [.finding(.listEvents(filter: ""))]
    case .typed(let text): return type(text)
    case .erased: return type(nil)
    case .movedChoice(let by): moveChoice(by: by)
    case .tookChoice: return takeChoice()
    case .tookNumbered(let number): return take(number)
    case .searchedOn(let forward): return look(forward: forward)
    case .looksFor(let condition):
      finding.condition = condition
      return look(forward: true)
    case .toggledBookmark: toggleBookmark()
    case .wentToBookmark(let forward):
      let marks = finding.bookmarks
      let goal = forward ? marks.first { $0 > step } : marks.last { $0 < step }
      return goal.map { goByHand(.seek($0)) } ?? []
    case .offered(let choices): offer(choices)
    case .listed(let rows, let selection):
      if case .events(let filter, _, _) = finding.overlay {
        finding.overlay = .events(filter: filter, rows: rows, selection: selection)
      }
    case .grew(let rows):
      if case .events(let filter, _, let selection) = finding.overlay {
        finding.overlay = .events(filter: filter, rows: rows, selection: selection)
      }
    case .refused(let reason):
      if case .jump(let text, _) = finding.overlay { finding.overlay = .jump(text: text, refusal: reason) }
    }
    return []
  }

  private mutating func toggleBookmark() {
    if let index = finding.bookmarks.firstIndex(of: step) {
      finding.bookmarks.remove(at: index)
    } else {
      finding.bookmarks = (finding.bookmarks + [step]).sorted()
    }
  }

  // MARK: Overlays

  /// The list is there at once, and takes what is typed, also where its entries are still to come.
  private mutating func openSearches() -> [Effect] {
    finding.overlay = .choices(Choices(.searches, [], isAwaited: true))
    return [.finding(.offerSearches)]
  }

  private mutating func offer(_ choices: Choices) {
    var choices = choices
    if case .choices(let awaiting) = finding.overlay, awaiting.isAwaited, !awaiting.typed.isEmpty {
      choices.type { _ in awaiting.typed }
    }
    finding.overlay = .choices(choices)
  }

  /// - Parameter text: nil takes the last character away.
  private mutating func type(_ text: String?) -> [Effect] {
    func changed(_ typed: String) -> String { text.map { typed + $0 } ?? String(typed.dropLast()) }
    switch finding.overlay {
    case .jump(let typed, _): finding.overlay = .jump(text: changed(typed), refusal: nil)
    case .naming(var naming):
      if let text { naming.type(text) } else { naming.erase() }
      finding.overlay = .naming(naming)
    case .choices(var choices):
      choices.type(changed)
      finding.overlay = .choices(choices)
    case .events(let filter, let rows, let selection):
      finding.overlay = .events(filter: changed(filter), rows: rows, selection: selection)
      return [.finding(.listEvents(filter: changed(filter)))]
    case nil: break
    }
    return []
  }

  private mutating func moveChoice(by distance: Int) {
    switch finding.overlay {
    case .choices(var choices):
      choices.move(by: distance)
      finding.overlay = .choices(choices)
    case .events(let filter, let rows, let selection):
      let moved = min(max(selection + distance, 0), max(rows - 1, 0))
      finding.overlay = .events(filter: filter, rows: rows, selection: moved)
    case .jump, .naming, nil: break
    }
  }

  private mutating func takeChoice() -> [Effect] {
    switch finding.overlay {
    case .jump(let text, _): return [.finding(.jump(text))]
    case .naming(let naming):
      finding.overlay = nil
      return [.saving(.saveScenario(name: naming.name))]
    case .choices(let choices): return take(choices.selection)
    case .events(_, _, let selection): return take(selection)
    case nil: return []
    }
  }

  private mutating func take(_ number: Int) -> [Effect] {
    switch finding.overlay {
    case .choices(let choices):
      guard choices.shown.indices.contains(number) else { return [] }
      finding.overlay = nil
      return take(choices.shown[number].goal)
    case .events(_, let rows, _):
      guard (0..<rows).contains(number) else { return [] }
      return [.finding(.goToEvent(number))]
    case .jump, .naming, nil: return []
    }
  }

  private mutating func take(_ goal: Choices.Goal) -> [Effect] {
    switch goal {
    case .moment(let condition):
      finding.condition = condition
      return look(forward: true)
    case .step(let step): return goByHand(.seek(step))
    case .run(let target): return [.opening(.open(target))]
    }
  }

  /// Before anything was looked for, it is asked what for.
  private mutating func look(forward: Bool) -> [Effect] {
    guard let condition = finding.condition else { return openSearches() }
    isPlaying = false
    return [.finding(.find(condition, forward: forward))]
  }
}
