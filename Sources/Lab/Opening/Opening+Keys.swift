import Stage

extension KeyBindings {
  /// The keys of the menu.
  mutating func addMenu() {
    let ways: [(Key, Direction)] = [(.up, .up), (.down, .down), (.left, .left), (.right, .right)]
    for (key, direction) in ways {
      add(.menu, [key], .opening(.moved(direction)), "choose-\(direction)", repeats: true)
    }
    add(.menu, [.tab], .opening(.choseNext), "choose-next", repeats: true)
    add(.menu, [.tab], with: .shift, .opening(.chosePrevious), "choose-previous", repeats: true)
    add(.menu, [.enter, .pageDown], .opening(.openedChosen), "open")
    for digit in 0...9 {
      add(.menu, [.character(Character("\(digit)"))], .opening(.typedDigit(digit)), "open-numbered")
    }
    add(.menu, [.space], .opening(.toggledFilm), "film")
  }

  /// What the key line offers in the menu.
  func usefulInMenu(_ state: LabState) -> [Action] {
    [
      .opening(.moved(.down)), .opening(.moved(.right)), .opening(.openedChosen),
    ] + (state.film.step < state.film.steps && !state.reducesMotion ? [.opening(.toggledFilm)] : [])
      + [.sheets(.toggled(.view)), .viewing(.enlargedText), .quit, .sheets(.toggled(.keys))]
  }
}
