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
    return useful(state).compactMap { action in
      guard let binding = binding(doing: action, in: state.place) else { return nil }
      var does = names.does(binding)
      if action == .stepping(.toggledPlaying), state.run?.isPlaying == true {
        does = words("keys.does.pause")
      }
      if let short = state.shortName(of: action) { does = words(short) }
      return (
        KeyHint(key: state.shortKeys(of: action).map { words($0) } ?? names.name(binding), does: does), action
      )
    }
  }

  private func useful(_ state: LabState) -> [Action] {
    let place = state.place
    return switch place {
    case .keys, .view, .leavesOut: usefulOnSheet(in: place)
    case .presenting, .blank: []
    case .map, .inspector, .panel: usefulWhileInspecting(in: place)
    case .entry, .naming, .searches, .stops, .scenarios, .events: usefulWhileFinding(in: place)
    case .edit, .settings: usefulWhileEditing(in: place)
    case .menu: usefulInMenu(state)
    case .run: usefulWhileStepping(state)
    }
  }
}

extension LabState {
  /// Keys that belong together, where the key line names both at once.
  fileprivate func shortKeys(of action: Action) -> String? {
    switch action {
    case .opening(.moved(.down)): "keyboard.up-down"
    case .opening(.moved(.right)): "keyboard.left-right"
    default: nil
    }
  }

  /// What an action does here, where the key line has a shorter or truer word for it than the list of keys.
  fileprivate func shortName(of action: Action) -> String? {
    switch action {
    case .stepping(.steppedBack(.page)): "keys.line.back"
    case .learning(.wentToPreviousStop): "keys.line.previous-stop"
    case .finding(.openedJump): "keys.line.jump"
    case .inspecting(.movedRing(by: 1)) where place == .run: "keys.line.inspect"
    case .editing(.began): "keys.line.edit"
    case .opening(.moved(.down)): "keys.line.choose"
    case .opening(.moved(.right)): "keys.line.column"
    case .opening(.toggledFilm): film.isStopped ? "keys.line.film" : "keys.line.stop-film"
    case .sheets(.toggled(.view)) where place == .menu: "keys.line.view"
    case .closedTopmost where place == .run && beside == nil && !isFullScreen: "keys.line.menu"
    default: nil
    }
  }
}
