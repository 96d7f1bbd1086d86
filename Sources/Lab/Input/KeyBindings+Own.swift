import Documents

/// Giving other keys to what keys can do.
extension KeyBindings {
  /// How the place that is everywhere is named in a file.
  static let everywhere = "everywhere"
  static func name(of place: KeyContext?) -> String { place?.rawValue ?? everywhere }

  /// All places that keys belong to.
  var places: [KeyContext?] { KeyContext.allCases.map { $0 } + [nil] }

  /// What keys can be given to in a place, in the order of the table: all but what goes by number.
  func names(in place: KeyContext?) -> [String] {
    var actions: [(name: String, action: Action)] = []
    var numbered: Set<String> = []
    for binding in bindings where binding.place == place {
      if let known = actions.first(where: { $0.name == binding.name }) {
        if known.action != binding.action { numbered.insert(binding.name) }
      } else {
        actions.append((binding.name, binding.action))
      }
    }
    return actions.map(\.name).filter { !numbered.contains($0) }
  }

  /// The map as a file of one's own keys, complete.
  public var text: String {
    var lines = ["letters: \(lettersOff ? "off" : "on")"]
    for place in places {
      let names = names(in: place)
      if !names.isEmpty { lines.append("\(Self.name(of: place)):") }
      for name in names {
        let keys = bindings.filter { $0.place == place && $0.name == name }.map(\.chord.text)
        lines.append("  \(name): [\(keys.map(Document.quoted).joined(separator: ", "))]")
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension KeyBinding {
  var chord: KeyChord { KeyChord(key, modifiers) }
}
