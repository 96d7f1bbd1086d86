import Stage

extension KeyBindings {
  /// The key that begins it.
  mutating func addBeginningToEdit() {
    add(.run, [.character("e")], .editing(.began), "edit")
  }

  /// The keys of editing.
  mutating func addEditing() {
    addPaints()
    addSettings()
    for place in [KeyContext.edit, .settings] {
      add(place, [.enter, .character("e")], .editing(.finished), "go-on")
      add(place, [.tab], .inspecting(.movedRing(by: 1)), "next-part", repeats: true)
      add(place, [.tab], with: .shift, .inspecting(.movedRing(by: -1)), "previous-part", repeats: true)
    }
    for place in [KeyContext.run, .edit, .settings] {
      add(place, [.character("z")], with: .control, .editing(.undid), "undo", repeats: true)
      add(place, [.character("z")], with: [.control, .shift], .editing(.redid), "redo", repeats: true)
      add(place, [.character("y")], with: .control, .editing(.redid), "redo", repeats: true)
    }
  }

  private mutating func addPaints() {
    let paints: [(Paint, [Key], String)] = [
      (.free, [.character("0"), .delete, .backspace], "paint-free"),
      (.anonymous, [.character("a")], "paint-anonymous"), (.file, [.character("f")], "paint-file"),
      (.pinned, [.character("p")], "paint-pinned"), (.kernel, [.character("k")], "paint-kernel"),
    ]
    for (paint, keys, name) in paints { add(.edit, keys, .editing(.painted(paint)), name, repeats: true) }
    add(.edit, [.space], .editing(.painted(nil)), "paint")
    let ways: [(Key, Direction)] = [(.left, .left), (.right, .right), (.up, .up), (.down, .down)]
    for (key, direction) in ways {
      add(.edit, [key], .inspecting(.movedInspector(direction)), "inspect-\(direction)", repeats: true)
      add(.edit, [key], with: .shift, .editing(.paintedOn(direction)), "paint-\(direction)", repeats: true)
    }
    add(.edit, [.character("t")], .editing(.retyped), "retype")
  }

  private mutating func addSettings() {
    add(.settings, [.down], .editing(.movedRow(by: 1)), "next-setting", repeats: true)
    add(.settings, [.up], .editing(.movedRow(by: -1)), "previous-setting", repeats: true)
    add(.settings, [.right, .space], .editing(.changedSetting(by: 1)), "setting-up", repeats: true)
    add(.settings, [.left], .editing(.changedSetting(by: -1)), "setting-down", repeats: true)
  }

  /// What the key line offers while something is edited.
  func usefulWhileEditing(in place: KeyContext) -> [Action] {
    let end: [Action] = [.editing(.undid), .editing(.finished), .closedTopmost]
    if place == .settings {
      return [.editing(.movedRow(by: 1)), .editing(.changedSetting(by: 1)), .inspecting(.movedRing(by: 1))]
        + end
    }
    return [.inspecting(.movedInspector(.right))] + Paint.allCases.map { .editing(.painted($0)) }
      + [.editing(.retyped), .inspecting(.movedRing(by: 1))] + end
  }
}
