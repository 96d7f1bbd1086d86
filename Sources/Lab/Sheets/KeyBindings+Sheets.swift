extension KeyBindings {
  /// The keys of what covers the window, and those that bring it up.
  mutating func addSheets() {
    add(nil, [.character("?"), .function(1)], .toggledSheet(.keys), "keys")
    add(nil, [.function(1)], with: .shift, .toggledSheet(.leavesOut), "leaves-out")
    add(nil, [.character("v"), .function(2)], .toggledSheet(.view), "view")
    for place in [KeyContext.keys, .leavesOut, .view] {
      add(place, [.down], .movedInSheet(by: 1), "choose-next", repeats: true)
      add(place, [.up], .movedInSheet(by: -1), "choose-previous", repeats: true)
      add(place, [.pageDown], .movedInSheet(by: 8), "page-down", repeats: true)
      add(place, [.pageUp], .movedInSheet(by: -8), "page-up", repeats: true)
      add(place, [.home], .movedInSheet(by: -.max / 2), "list-start")
      add(place, [.end], .movedInSheet(by: .max / 2), "list-end")
    }
    add(.keys, [.enter], .tookFromSheet(nil), "do-chosen")
    add(.view, [.right, .enter, .space], .tookFromSheet(nil), "next-value", repeats: true)
    add(.view, [.left], .tookBackFromSheet, "previous-value", repeats: true)
  }
}
