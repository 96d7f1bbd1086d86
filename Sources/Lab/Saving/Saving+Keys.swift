import Stage

extension KeyBindings {
  /// The keys of the person's own scenarios.
  mutating func addSaving() {
    for place in [KeyContext.run, .edit, .settings] {
      add(place, [.character("s")], with: .control, .saving(.savedScenario), "save")
    }
    for place in [KeyContext.run, .menu] {
      add(place, [.character("o")], with: .control, .saving(.lookedForScenarios), "open-saved")
    }
  }
}
