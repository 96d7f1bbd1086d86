import Stage

extension KeyBindings {
  /// The keys that look for something.
  mutating func addSearches() {
    add(.run, [.character("/")], .finding(.openedJump), "jump")
    add(.run, [.character("g")], with: .control, .finding(.openedJump), "jump")
    add(.run, [.character("f")], with: .control, .finding(.openedSearches), "run-until")
    add(.run, [.function(3)], .finding(.searchedOn(forward: true)), "search-on", repeats: true)
    add(
      .run, [.function(3)], with: .shift, .finding(.searchedOn(forward: false)), "search-back", repeats: true)
    add(.run, [.character("d")], .finding(.openedEvents), "events")
  }

  mutating func addBookmarks() {
    let (next, previous) = (
      Action.finding(.wentToBookmark(forward: true)), Action.finding(.wentToBookmark(forward: false))
    )
    add(.run, [.character("m")], .finding(.toggledBookmark), "bookmark")
    add(.run, [.character("]")], next, "next-bookmark", repeats: true)
    add(.run, [.character("[")], previous, "previous-bookmark", repeats: true)
  }

  /// The keys of lists and of what is typed. Where text is typed only these and those with Ctrl work.
  mutating func addOverlays() {
    add(.entry, [.enter], .finding(.tookChoice), "go-there")
    add(.naming, [.enter], .finding(.tookChoice), "save-so")
    add(.searches, [.enter], .finding(.tookChoice), "search")
    add(.stops, [.enter], .finding(.tookChoice), "go-there")
    add(.scenarios, [.enter], .finding(.tookChoice), "open-scenario")
    add(.events, [.enter], .finding(.tookChoice), "go-there")
    for place in [KeyContext.searches, .stops, .scenarios, .events] {
      add(place, [.down], .finding(.movedChoice(by: 1)), "choose-next", repeats: true)
      add(place, [.up], .finding(.movedChoice(by: -1)), "choose-previous", repeats: true)
      add(place, [.pageDown], .finding(.movedChoice(by: 20)), "page-down", repeats: true)
      add(place, [.pageUp], .finding(.movedChoice(by: -20)), "page-up", repeats: true)
      add(place, [.home], .finding(.movedChoice(by: -.max / 2)), "list-start")
      add(place, [.end], .finding(.movedChoice(by: .max / 2)), "list-end")
    }
    for place in KeyContext.allCases where place.takesText {
      add(place, [.backspace], .finding(.erased), "erase", repeats: true)
    }
  }

  /// What the key line offers while something is looked for.
  func usefulWhileFinding(in place: KeyContext) -> [Action] {
    (place == .entry || place == .naming ? [] : [.finding(.movedChoice(by: 1))]) + [
      .finding(.tookChoice), .closedTopmost,
    ]
  }
}
