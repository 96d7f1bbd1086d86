import Stage

/// A key with those that are held meanwhile, and how a person writes them: `Ctrl+F`, `Shift+Right`, `n`.
struct KeyChord: Equatable {
  var key: Key
  var modifiers: Modifiers

  init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// Nil for what names no key. Case matters to no name and to no letter.
  init?(_ text: String) {
    var rest = Substring(text)
    var modifiers: Modifiers = []
    while let plus = rest.dropFirst().firstIndex(of: "+"), let held = Self.held[rest[..<plus].lowercased()] {
      modifiers.insert(held)
      rest = rest[plus...].dropFirst()
    }
    guard let key = Key(named: rest) else { return nil }
    if case .character(let character) = key {
      // Where Shift makes another character, that character is the key; Alt changes no character's meaning.
      if !character.isLetter { modifiers.subtract(.shift) }
      if !modifiers.contains(.control) { modifiers.subtract(.alt) }
    }
    self.init(key, modifiers)
  }

  /// As it is written in the file of the person's own keys.
  var text: String {
    let held = [(Modifiers.control, "Ctrl+"), (.alt, "Alt+"), (.shift, "Shift+")]
    return held.filter { modifiers.contains($0.0) }.map(\.1).joined() + key.name
  }

  private static let held: [String: Modifiers] = [
    "ctrl": .control, "control": .control, "alt": .alt, "shift": .shift,
  ]
}

extension Key {
  /// The keys that have names, as they are written.
  static let named: KeyValuePairs<String, Key> = [
    "Left": .left, "Right": .right, "Up": .up, "Down": .down, "PageUp": .pageUp, "PageDown": .pageDown,
    "Home": .home, "End": .end, "Space": .space, "Enter": .enter, "Escape": .escape, "Esc": .escape,
    "Tab": .tab,
    "Backspace": .backspace, "Delete": .delete,
  ]

  fileprivate init?(named text: Substring) {
    let name = text.lowercased()
    if let named = Self.named.first(where: { $0.key.lowercased() == name })?.value {
      self = named
    } else if name.count == 1, let character = name.first, !character.isWhitespace {
      self = .character(character)
    } else if name.first == "f", let number = Int(name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else if name.hasPrefix("key"), let code = Int(name.dropFirst(3)) {
      self = .unknown(code)
    } else {
      return nil
    }
  }

  fileprivate var name: String {
    switch self {
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    case .unknown(let code): "Key\(code)"
    default: Self.named.first { $0.value == self }?.key ?? ""
    }
  }
}
