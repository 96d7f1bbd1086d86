import Stage
import Words

/// Names of keys, and the line that says which are useful now.
struct KeyNames {
  let words: Catalogue
  /// A character alone needs Alt.
  var lettersOff = false

  /// As on the keyboard: "Shift →".
  func name(_ binding: KeyBinding) -> String {
    var parts: [String] = []
    let needsAlt = lettersOff && binding.key.types(with: binding.modifiers)
    if binding.modifiers.contains(.control) { parts.append(words("keyboard.control")) }
    if needsAlt || binding.modifiers.contains(.alt) { parts.append(words("keyboard.alt")) }
    if binding.modifiers.contains(.shift) { parts.append(words("keyboard.shift")) }
    return (parts + [name(binding.key)]).joined(separator: " ")
  }

  private func name(_ key: Key) -> String {
    switch key {
    case .character(let character): character.uppercased()
    case .function(let number): words("keyboard.function", ["number": .number(number)])
    case .unknown(let code): words("keyboard.unknown", ["code": .number(code)])
    default: words("keyboard.\(key)")
    }
  }

  func does(_ binding: KeyBinding) -> String { words("keys.does.\(binding.name)") }
}

extension KeyBindings {
  /// What the key line offers, the most useful first.
  func hints(_ state: LabState, words: Catalogue) -> [(hint: KeyHint, action: Action)] {
    let names = KeyNames(words: words, lettersOff: lettersOff)
    let working = bindings(in: state.place)
    return useful(state).compactMap { action in
      guard let binding = working.first(where: { $0.action == action }) else { return nil }
      var does = names.does(binding)
      if action == .toggledPlaying, state.run?.isPlaying == true { does = words("keys.does.pause") }
      return (KeyHint(key: names.name(binding), does: does), action)
    }
  }

  private func useful(_ state: LabState) -> [Action] {
    switch state.place {
    case .keys, .view: return [.movedInSheet(by: 1), .tookFromSheet(nil), .closedTopmost]
    case .leavesOut: return [.movedInSheet(by: 1), .movedInSheet(by: 8), .closedTopmost]
    case .presenting, .blank: return []
    case .map, .inspector, .panel, .entry, .searches, .stops, .scenarios, .events:
      return usefulQuestions(in: state.place)
    case .edit, .settings: return usefulEdits(in: state.place)
    case .menu:
      return [.choseNext, .openedChosen, .toggledSheet(.view), .enlargedText, .toggledSheet(.keys)]
    case .run:
      var actions: [Action] = [.stepped(.page)]
      if state.run?.nextStop != nil { actions.append(.wentToNextStop) }
      if state.branches.count > 1 { actions += [.changedBranch(by: 1), .toggledBeside] }
      actions += [
        .stepped(.pageblock), .stepped(.event), .toggledPlaying, .zoomed(.closer), .drafted(.began),
        .wentToStart, .toggledLive,
      ]
      return actions + [.toggledSheet(.keys)]
    }
  }
}
