import Simulation
import Stage

extension RunState {
  /// The part of the reducer that is about questions.
  mutating func reduce(_ question: Question) -> [Effect] {
    switch question {
    case .movedRing(let by): return [.run(.moveRing(by: by))]
    case .ringed(let panel):
      inquiry.ring = panel
      if panel == .map || panel == .lens, inspected == nil { return [.run(.findPlaceForInspector)] }
    case .movedInspector(let direction): return [.run(.moveInspector(direction))]
    case .pointed(let pfn, let wholePageblock):
      let isSame = inspected == pfn && inquiry.inspectsPageblock == wholePageblock
      inspect(isSame ? nil : pfn, wholePageblock: wholePageblock)
    case .inspected(let pfn, let wholePageblock):
      inspect(pfn, wholePageblock: wholePageblock)
      zoom.center = nil
    case .enteredRinged: return enter()
    case .movedLine(let by): return [.run(.moveLine(by: by))]
    case .choseLine(let line): inquiry.line = line
    case .followedLine(let line): return [.run(.followLine(line))]
    case .openedJump: inquiry.overlay = .jump(text: "", refusal: nil)
    case .openedSearches: return [.run(.offerSearches)]
    case .openedEvents: return [.run(.listEvents(filter: ""))]
    case .openedStops:
      guard !stops.isEmpty else { return [.run(.sayNoStops)] }
      inquiry.overlay = .stops(selection: max(stop - 1, 0))
    case .offered(let conditions): inquiry.overlay = .searches(conditions, selection: 0)
    case .typed(let text): return type { $0 + text }
    case .erased: return type { String($0.dropLast()) }
    case .movedChoice(let by): moveChoice(by: by)
    case .tookChoice: return takeChoice()
    case .tookNumbered(let number): return take(number)
    case .looksFor(let condition):
      inquiry.condition = condition
      return look(forward: true)
    case .searchedOn(let forward): return look(forward: forward)
    case .listed(let rows, let selection):
      if case .events(let filter, _, _) = inquiry.overlay {
        inquiry.overlay = .events(filter: filter, rows: rows, selection: selection)
      } else {
        inquiry.overlay = .events(filter: "", rows: rows, selection: selection)
      }
    case .refused(let reason):
      if case .jump(let text, _) = inquiry.overlay { inquiry.overlay = .jump(text: text, refusal: reason) }
    case .toggledBookmark: toggleBookmark()
    case .wentToBookmark(let forward):
      let marks = inquiry.bookmarks
      let goal = forward ? marks.first { $0 > step } : marks.last { $0 < step }
      return goal.map { goByHand(.seek($0)) } ?? []
    case .toggledBefore: inquiry.showsBefore.toggle()
    case .foldedRinged:
      guard let ring = inquiry.ring, ring.isFoldable else { return [] }
      inquiry.folded.insert(ring)
      return [.run(.moveRing(by: 1))]
    case .toggledPanels:
      inquiry.folded = inquiry.folded.isEmpty ? Set(Panel.column) : []
      if inquiry.ring?.isFoldable == true { inquiry.ring = nil }
    }
    return []
  }

  /// Takes away what stands topmost: what is over the run, then the ring, then the inspector.
  /// - Returns: whether there was something.
  mutating func closeInquiry() -> Bool {
    if inquiry.overlay != nil {
      inquiry.overlay = nil
    } else if isEditing {
      stopEditing()
    } else if inquiry.ring != nil {
      inquiry.ring = nil
      inquiry.line = nil
    } else if inspected != nil {
      inspect(nil, wholePageblock: false)
    } else {
      return false
    }
    return true
  }

  private mutating func inspect(_ pfn: Pfn?, wholePageblock: Bool) {
    inspected = pfn
    inquiry.inspectsPageblock = wholePageblock
    inquiry.line = nil
  }

  /// A pageblock shows its pages, a page what is known of it.
  private mutating func enter() -> [Effect] {
    switch inquiry.ring {
    case .map where inquiry.inspectsPageblock:
      inquiry.ring = .lens
      inquiry.inspectsPageblock = false
    case .map, .lens:
      inquiry.ring = .inspector
      inquiry.line = nil
      return [.run(.moveLine(by: 0))]
    case .inspector: return inquiry.line.map { [.run(.followLine($0))] } ?? []
    default: break
    }
    return []
  }

  private mutating func toggleBookmark() {
    if let index = inquiry.bookmarks.firstIndex(of: step) {
      inquiry.bookmarks.remove(at: index)
    } else {
      inquiry.bookmarks = (inquiry.bookmarks + [step]).sorted()
    }
  }

  // MARK: Overlays

  private mutating func type(_ change: (String) -> String) -> [Effect] {
    switch inquiry.overlay {
    case .jump(let text, _): inquiry.overlay = .jump(text: change(text), refusal: nil)
    case .events(let filter, let rows, let selection):
      let changed = change(filter)
      inquiry.overlay = .events(filter: changed, rows: rows, selection: selection)
      return [.run(.listEvents(filter: changed))]
    case .searches, .stops, .scenarios, nil: break
    }
    return []
  }

  private mutating func moveChoice(by distance: Int) {
    func moved(_ selection: Int, of count: Int) -> Int {
      min(max(selection + distance, 0), max(count - 1, 0))
    }
    switch inquiry.overlay {
    case .searches(let conditions, let selection):
      inquiry.overlay = .searches(conditions, selection: moved(selection, of: conditions.count))
    case .scenarios(let entries, let selection):
      inquiry.overlay = .scenarios(entries, selection: moved(selection, of: entries.count))
    case .stops(let selection):
      inquiry.overlay = .stops(selection: moved(selection, of: stops.count))
    case .events(let filter, let rows, let selection):
      inquiry.overlay = .events(filter: filter, rows: rows, selection: moved(selection, of: rows))
    case .jump, nil: break
    }
  }

  private mutating func takeChoice() -> [Effect] {
    switch inquiry.overlay {
    case .jump(let text, _): return [.run(.jump(text))]
    case .searches(_, let selection), .scenarios(_, let selection), .stops(let selection),
      .events(_, _, let selection):
      return take(selection)
    case nil: return []
    }
  }

  private mutating func take(_ number: Int) -> [Effect] {
    switch inquiry.overlay {
    case .scenarios(let entries, _):
      guard entries.indices.contains(number), case .run(let target) = entries[number].opens else { return [] }
      inquiry.overlay = nil
      return [.open(target)]
    case .searches(let conditions, _):
      guard conditions.indices.contains(number) else { return [] }
      inquiry.overlay = nil
      inquiry.condition = conditions[number]
      return look(forward: true)
    case .stops:
      guard stops.indices.contains(number) else { return [] }
      inquiry.overlay = nil
      return goByHand(.seek(stops[number]))
    case .events(_, let rows, _):
      guard (0..<rows).contains(number) else { return [] }
      return [.run(.goToEvent(number))]
    case .jump, nil: return []
    }
  }

  /// Before anything was looked for, the question is what for.
  private mutating func look(forward: Bool) -> [Effect] {
    guard let condition = inquiry.condition else { return [.run(.offerSearches)] }
    isPlaying = false
    return [.run(.find(condition, forward: forward))]
  }
}

extension Panel {
  /// Whether it can be folded away: the panels beside the map can.
  var isFoldable: Bool { Panel.column.contains(self) }
}
