import Stage

extension KeyBindings {
  /// The keys of editing and of branches.
  mutating func addEditing() {
    add(.run, [.character("e")], .drafted(.began), "edit")
    add(.run, [.character("b")], .changedBranch(by: 1), "branch")
    add(.run, [.character("b")], with: .shift, .toggledBeside, "beside")
    add(.run, [.delete], .droppedBranch, "drop-branch")
    addPaints()
    addSettings()
    for place in [KeyContext.edit, .settings] {
      add(place, [.enter, .character("e")], .drafted(.finished), "go-on")
      add(place, [.tab], .asked(.movedRing(by: 1)), "next-part", repeats: true)
      add(place, [.tab], with: .shift, .asked(.movedRing(by: -1)), "previous-part", repeats: true)
    }
    for place in [KeyContext.run, .edit, .settings] {
      add(place, [.character("z")], with: .control, .drafted(.undid), "undo", repeats: true)
      add(place, [.character("z")], with: [.control, .shift], .drafted(.redid), "redo", repeats: true)
      add(place, [.character("y")], with: .control, .drafted(.redid), "redo", repeats: true)
    }
  }

  private mutating func addPaints() {
    let paints: [(Paint, [Key], String)] = [
      (.free, [.character("0"), .delete, .backspace], "paint-free"),
      (.anonymous, [.character("a")], "paint-anonymous"), (.file, [.character("f")], "paint-file"),
      (.pinned, [.character("p")], "paint-pinned"), (.kernel, [.character("k")], "paint-kernel"),
    ]
    for (paint, keys, name) in paints { add(.edit, keys, .drafted(.painted(paint)), name, repeats: true) }
    add(.edit, [.space], .drafted(.painted(nil)), "paint")
    let ways: [(Key, Direction)] = [(.left, .left), (.right, .right), (.up, .up), (.down, .down)]
    for (key, direction) in ways {
      add(.edit, [key], .asked(.movedInspector(direction)), "inspect-\(direction)", repeats: true)
      add(.edit, [key], with: .shift, .drafted(.paintedOn(direction)), "paint-\(direction)", repeats: true)
    }
    add(.edit, [.character("t")], .drafted(.retyped), "retype")
  }

  private mutating func addSettings() {
    add(.settings, [.down], .drafted(.movedRow(by: 1)), "next-setting", repeats: true)
    add(.settings, [.up], .drafted(.movedRow(by: -1)), "previous-setting", repeats: true)
    add(.settings, [.right, .space], .drafted(.changedSetting(by: 1)), "setting-up", repeats: true)
    add(.settings, [.left], .drafted(.changedSetting(by: -1)), "setting-down", repeats: true)
  }

  /// What the key line offers while something is edited.
  func usefulEdits(in place: KeyContext) -> [Action] {
    let end: [Action] = [.drafted(.undid), .drafted(.finished), .closedTopmost]
    if place == .settings {
      return [.drafted(.movedRow(by: 1)), .drafted(.changedSetting(by: 1)), .asked(.movedRing(by: 1))] + end
    }
    return [.asked(.movedInspector(.right))] + Paint.allCases.map { .drafted(.painted($0)) }
      + [.drafted(.retyped), .asked(.movedRing(by: 1))] + end
  }
}
