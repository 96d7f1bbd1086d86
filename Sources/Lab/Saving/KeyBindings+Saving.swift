import Stage

extension KeyBindings {
  /// The keys of the person's own scenarios.
  mutating func addSaving() {
    for place in [KeyContext.run, .edit, .settings] {
      add(place, [.character("s")], with: .control, .savedScenario, "save")
    }
    for place in [KeyContext.run, .menu] {
      add(place, [.character("o")], with: .control, .lookedForScenarios, "open-saved")
    }
    add(.scenarios, [.enter, .space], .asked(.tookChoice), "open-scenario")
    add(.scenarios, [.down], .asked(.movedChoice(by: 1)), "choose-next", repeats: true)
    add(.scenarios, [.up], .asked(.movedChoice(by: -1)), "choose-previous", repeats: true)
  }
}
