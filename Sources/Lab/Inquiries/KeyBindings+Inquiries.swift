import Stage

extension KeyBindings {
  /// The keys of questions. In places where text is typed only these and those with Ctrl work.
  mutating func addInquiries() {
    addQuestions()
    addRings()
    addOverlays()
  }

  private mutating func addQuestions() {
    ask(.run, [.tab], .movedRing(by: 1), "next-part", repeats: true)
    ask(.run, [.tab], with: .shift, .movedRing(by: -1), "previous-part", repeats: true)
    ask(.run, [.character("/")], .openedJump, "jump")
    ask(.run, [.character("g")], with: .control, .openedJump, "jump")
    ask(.run, [.character("f")], with: .control, .openedSearches, "run-until")
    ask(.run, [.function(3)], .searchedOn(forward: true), "search-on", repeats: true)
    ask(.run, [.function(3)], with: .shift, .searchedOn(forward: false), "search-back", repeats: true)
    ask(.run, [.character("d")], .openedEvents, "events")
    ask(.run, [.character("o")], .openedStops, "stops")
    ask(.run, [.character("m")], .toggledBookmark, "bookmark")
    ask(.run, [.character("]")], .wentToBookmark(forward: true), "next-bookmark", repeats: true)
    ask(.run, [.character("[")], .wentToBookmark(forward: false), "previous-bookmark", repeats: true)
    ask(.run, [.character("c")], .toggledBefore, "before")
    ask(.run, [.character("k")], .toggledPanels, "panels")
  }

  private mutating func addRings() {
    let ways: [(Key, Direction)] = [(.left, .left), (.right, .right), (.up, .up), (.down, .down)]
    for (key, direction) in ways {
      ask(.map, [key], .movedInspector(direction), "inspect-\(direction)", repeats: true)
    }
    ask(.map, [.enter], .enteredRinged, "closer")
    ask(.inspector, [.down, .right], .movedLine(by: 1), "next-line", repeats: true)
    ask(.inspector, [.up, .left], .movedLine(by: -1), "previous-line", repeats: true)
    ask(.inspector, [.enter], .enteredRinged, "go-there")
    ask(.panel, [.down], .movedRing(by: 1), "next-part", repeats: true)
    ask(.panel, [.up], .movedRing(by: -1), "previous-part", repeats: true)
    for place in [KeyContext.map, .inspector, .panel] {
      ask(place, [.delete, .backspace], .foldedRinged, "fold")
    }
  }

  private mutating func addOverlays() {
    ask(.entry, [.enter], .tookChoice, "go-there")
    ask(.searches, [.enter, .space], .tookChoice, "search")
    ask(.stops, [.enter, .space], .tookChoice, "go-there")
    for place in [KeyContext.searches, .stops] {
      for digit in 1...9 {
        ask(place, [.character(Character("\(digit)"))], .tookNumbered(digit - 1), "take-numbered")
      }
    }
    ask(.events, [.enter], .tookChoice, "go-there")
    for place in [KeyContext.searches, .stops, .events] {
      ask(place, [.down], .movedChoice(by: 1), "choose-next", repeats: true)
      ask(place, [.up], .movedChoice(by: -1), "choose-previous", repeats: true)
      ask(place, [.pageDown], .movedChoice(by: 20), "page-down", repeats: true)
      ask(place, [.pageUp], .movedChoice(by: -20), "page-up", repeats: true)
      ask(place, [.home], .movedChoice(by: -.max / 2), "list-start")
      ask(place, [.end], .movedChoice(by: .max / 2), "list-end")
    }
    for place in [KeyContext.entry, .events] {
      ask(place, [.backspace], .erased, "erase", repeats: true)
    }
  }

  private mutating func ask(
    _ place: KeyContext, _ keys: [Key], with modifiers: Modifiers = [], _ question: Question,
    _ name: String, repeats: Bool = false
  ) {
    add(place, keys, with: modifiers, .asked(question), name, repeats: repeats)
  }

  /// What the key line offers while something is looked at or looked for.
  func usefulQuestions(in place: KeyContext) -> [Action] {
    let questions: [Question] =
      switch place {
      case .map: [.movedInspector(.right), .movedInspector(.down), .enteredRinged, .movedRing(by: 1)]
      case .inspector: [.movedLine(by: 1), .enteredRinged, .movedRing(by: 1), .foldedRinged]
      case .panel: [.movedRing(by: 1), .foldedRinged, .toggledPanels]
      case .entry: [.tookChoice]
      case .searches, .stops, .scenarios, .events: [.movedChoice(by: 1), .tookChoice]
      default: []
      }
    return questions.map { .asked($0) } + [.closedTopmost]
  }
}
