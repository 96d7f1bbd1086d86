import Stage

extension KeyBindings {
  /// From part to part of the window.
  mutating func addParts() {
    add(.run, [.tab], .inspecting(.movedRing(by: 1)), "next-part", repeats: true)
    add(.run, [.tab], with: .shift, .inspecting(.movedRing(by: -1)), "previous-part", repeats: true)
  }

  /// What is shown of the run.
  mutating func addLooks() {
    add(.run, [.character("c")], .inspecting(.toggledBefore), "before")
    add(.run, [.character("k")], .inspecting(.toggledPanels), "panels")
  }

  /// The keys of what is ringed.
  mutating func addRings() {
    let ways: [(Key, Direction)] = [(.left, .left), (.right, .right), (.up, .up), (.down, .down)]
    for (key, direction) in ways {
      add(.map, [key], .inspecting(.movedInspector(direction)), "inspect-\(direction)", repeats: true)
    }
    add(.map, [.enter], .inspecting(.enteredRinged), "closer")
    add(.inspector, [.down, .right], .inspecting(.movedLine(by: 1)), "next-line", repeats: true)
    add(.inspector, [.up, .left], .inspecting(.movedLine(by: -1)), "previous-line", repeats: true)
    add(.inspector, [.enter], .inspecting(.enteredRinged), "go-there")
    add(.panel, [.down], .inspecting(.movedRing(by: 1)), "next-part", repeats: true)
    add(.panel, [.up], .inspecting(.movedRing(by: -1)), "previous-part", repeats: true)
    for place in [KeyContext.map, .inspector, .panel] {
      add(place, [.delete, .backspace], .inspecting(.foldedRinged), "fold")
    }
  }

  /// What the key line offers while a part of the window is ringed.
  func usefulWhileInspecting(in place: KeyContext) -> [Action] {
    let actions: [Inspecting.Action] =
      switch place {
      case .map: [.movedInspector(.right), .movedInspector(.down), .enteredRinged, .movedRing(by: 1)]
      case .inspector: [.movedLine(by: 1), .enteredRinged, .movedRing(by: 1), .foldedRinged]
      default: [.movedRing(by: 1), .foldedRinged, .toggledPanels]
      }
    return actions.map { .inspecting($0) } + [.closedTopmost]
  }
}
