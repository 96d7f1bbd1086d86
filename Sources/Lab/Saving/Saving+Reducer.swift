extension LabState {
  /// The part of the reducer that is about what a person takes along.
  mutating func reduce(_ action: Saving.Action) -> [Effect] {
    switch action {
    case .savedScenario: return run == nil ? [] : [.saving(.offerName)]
    case .lookedForScenarios: return [.saving(.offerScenarios)]
    case .foundScenarios(let entries):
      if run == nil { choose(menu.firstIndex { $0.section == .saved } ?? selection) }
      run?.finding.overlay = .choices(Choices(.scenarios, entries.compactMap(\.choice)))
    case .offeredName(let name):
      // What is named is what is seen.
      run?.isPlaying = false
      run?.finding.overlay = .naming(Naming(offered: name))
    case .copied: return [.saving(.copy)]
    case .savedPicture: return [.saving(.savePicture)]
    }
    return []
  }
}

extension MenuEntry {
  /// As one to be chosen over a run; nil for what opens no run.
  fileprivate var choice: Choices.Entry? {
    guard case .run(let target) = opens else { return nil }
    return Choices.Entry(name: name, detail: detail, goal: .run(target))
  }
}
