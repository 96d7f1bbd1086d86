extension KeyBindings {
  /// The keys of what covers the window, and those that bring it up.
  mutating func addSheets() {
    add(nil, [.character("?"), .function(1)], .sheets(.toggled(.keys)), "keys")
    add(nil, [.function(1)], with: .shift, .sheets(.toggled(.leavesOut)), "leaves-out")
    add(nil, [.character("v"), .function(2)], .sheets(.toggled(.view)), "view")
    for place in [KeyContext.keys, .leavesOut, .view] {
      add(place, [.down], .sheets(.moved(by: 1)), "choose-next", repeats: true)
      add(place, [.up], .sheets(.moved(by: -1)), "choose-previous", repeats: true)
      add(place, [.pageDown], .sheets(.moved(by: 8)), "page-down", repeats: true)
      add(place, [.pageUp], .sheets(.moved(by: -8)), "page-up", repeats: true)
      add(place, [.home], .sheets(.moved(by: -.max / 2)), "list-start")
      add(place, [.end], .sheets(.moved(by: .max / 2)), "list-end")
    }
    add(.keys, [.enter], .sheets(.took(nil)), "do-chosen")
    add(.view, [.right, .enter, .space], .sheets(.took(nil)), "next-value", repeats: true)
    add(.view, [.left], .sheets(.tookBack), "previous-value", repeats: true)
  }

  /// What the key line offers on a sheet.
  func usefulOnSheet(in place: KeyContext) -> [Action] {
    [
      .sheets(.moved(by: 1)), place == .leavesOut ? .sheets(.moved(by: 8)) : .sheets(.took(nil)),
      .closedTopmost,
    ]
  }
}
