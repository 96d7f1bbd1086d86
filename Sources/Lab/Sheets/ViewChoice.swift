/// Something about how things are shown that can be chosen.
enum ViewChoice: CaseIterable {
  case theme, textSize, motion, panels, age, letters, fullScreen

  /// Those that mean something now.
  static func all(_ state: LabState) -> [ViewChoice] {
    allCases.filter {
      switch $0 {
      case .panels: state.run != nil
      case .age: state.run?.agedBy != nil
      default: true
      }
    }
  }

  /// To the next value, or the one before.
  func action(_ state: LabState, forward: Bool) -> Action {
    switch self {
    case .theme: .viewing(.choseTheme(forward ? state.theme.next : state.theme.previous))
    case .textSize: forward ? .viewing(.enlargedText) : .viewing(.reducedText)
    case .motion: .viewing(.toggledMotion)
    case .panels: .inspecting(.toggledPanels)
    case .age: .opening(.agedBoard(by: forward ? 1 : -1))
    case .letters: .viewing(.toggledLetters)
    case .fullScreen: .viewing(.toggledFullScreen)
    }
  }
}
