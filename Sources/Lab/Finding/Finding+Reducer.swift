extension RunState {
  /// The part of the reducer that is about what is looked for.
  mutating func reduce(_ action: Finding.Action) -> [Effect] {
    switch action {
    case .openedJump: finding.overlay = .jump(text: "", refusal: nil)
    case .openedSearches: return [.finding(.offerSearches)]
    case .openedEvents: return [.finding(.listEvents(filter: ""))]
    case .typed(let text): return type { $0 + text }
    case .erased: return type { String($0.dropLast()) }
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
    case .offered(let conditions): finding.overlay = .searches(conditions, selection: 0)
    case .listed(let rows, let selection):
      if case .events(let filter, _, _) = finding.overlay {
        finding.overlay = .events(filter: filter, rows: rows, selection: selection)
      } else {
        finding.overlay = .events(filter: "", rows: rows, selection: selection)
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

  private mutating func type(_ change: (String) -> String) -> [Effect] {
    switch finding.overlay {
    case .jump(let text, _): finding.overlay = .jump(text: change(text), refusal: nil)
    case .events(let filter, let rows, let selection):
      let changed = change(filter)
      finding.overlay = .events(filter: changed, rows: rows, selection: selection)
      return [.finding(.listEvents(filter: changed))]
    case .searches, .stops, .scenarios, nil: break
    }
    return []
  }

  private mutating func moveChoice(by distance: Int) {
    func moved(_ selection: Int, of count: Int) -> Int {
      min(max(selection + distance, 0), max(count - 1, 0))
    }
    switch finding.overlay {
    case .searches(let conditions, let selection):
      finding.overlay = .searches(conditions, selection: moved(selection, of: conditions.count))
    case .scenarios(let entries, let selection):
      finding.overlay = .scenarios(entries, selection: moved(selection, of: entries.count))
    case .stops(let selection):
      finding.overlay = .stops(selection: moved(selection, of: learning.stops.count))
    case .events(let filter, let rows, let selection):
      finding.overlay = .events(filter: filter, rows: rows, selection: moved(selection, of: rows))
    case .jump, nil: break
    }
  }

  private mutating func takeChoice() -> [Effect] {
    switch finding.overlay {
    case .jump(let text, _): return [.finding(.jump(text))]
    case .searches(_, let selection), .scenarios(_, let selection), .stops(let selection),
      .events(_, _, let selection):
      return take(selection)
    case nil: return []
    }
  }

  private mutating func take(_ number: Int) -> [Effect] {
    switch finding.overlay {
    case .scenarios(let entries, _):
      guard entries.indices.contains(number), case .run(let target) = entries[number].opens else { return [] }
      finding.overlay = nil
      return [.opening(.open(target))]
    case .searches(let conditions, _):
      guard conditions.indices.contains(number) else { return [] }
      finding.overlay = nil
      finding.condition = conditions[number]
      return look(forward: true)
    case .stops:
      guard learning.stops.indices.contains(number) else { return [] }
      finding.overlay = nil
      return goByHand(.seek(learning.stops[number]))
    case .events(_, let rows, _):
      guard (0..<rows).contains(number) else { return [] }
      return [.finding(.goToEvent(number))]
    case .jump, nil: return []
    }
  }

  /// Before anything was looked for, it is asked what for.
  private mutating func look(forward: Bool) -> [Effect] {
    guard let condition = finding.condition else { return [.finding(.offerSearches)] }
    isPlaying = false
    return [.finding(.find(condition, forward: forward))]
  }
}
