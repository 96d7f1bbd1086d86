import Stage

extension KeyBindings {
  /// The keys of the menu.
  mutating func addMenu() {
    add(.menu, [.down, .right], .opening(.choseNext), "choose-next", repeats: true)
    add(.menu, [.up, .left], .opening(.chosePrevious), "choose-previous", repeats: true)
    add(.menu, [.enter, .space, .pageDown], .opening(.openedChosen), "open")
    for digit in 1...9 {
      add(.menu, [.character(Character("\(digit)"))], .opening(.openedLesson(digit)), "open-numbered")
    }
  }

  /// What the key line offers in the menu.
  func usefulInMenu() -> [Action] {
    [
      .opening(.choseNext), .opening(.openedChosen), .sheets(.toggled(.view)), .viewing(.enlargedText),
      .sheets(.toggled(.keys)),
    ]
  }
}
