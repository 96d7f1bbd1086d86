extension LabState {
  /// The part of the reducer that is about what a person takes along.
  mutating func reduce(_ action: Saving.Action) -> [Effect] {
    switch action {
    case .savedScenario: return run == nil ? [] : [.saving(.saveScenario)]
    case .lookedForScenarios: return [.saving(.offerScenarios)]
    case .foundScenarios(let entries):
      if run == nil { choose(menu.firstIndex { $0.section == .saved } ?? selection) }
      run?.finding.overlay = .scenarios(entries, selection: 0)
    case .copied: return [.saving(.copy)]
    case .savedPicture: return [.saving(.savePicture)]
    }
    return []
  }
}
