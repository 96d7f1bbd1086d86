import Stage
import Words

extension Scene {
  /// All keys that work where the person is, and what they do.
  init(keys bindings: KeyBindings, _ state: LabState, words: Catalogue) {
    let place: LabState.Place = state.run == nil ? .menu : .run
    let names = KeyNames(words: words)
    let sections = [
      KeyTable.Section(
        heading: words("keys.here"), rows: names.rows(bindings.bindings.filter { $0.place == place })),
      KeyTable.Section(
        heading: words("keys.always"), rows: names.rows(bindings.bindings.filter { $0.place == nil })),
      KeyTable.Section(
        heading: words("keys.presenting"),
        rows: names.rows(bindings.bindings.filter { $0.place == .presenting })),
    ]
    self.init(
      title: Title(name: words("title.program"), facts: [words("keys.does.keys")]),
      map: .keys(KeyTable(sections: sections)))
  }
}

extension KeyNames {
  /// A row for everything that can be done, with all keys that do it.
  fileprivate func rows(_ bindings: [KeyBinding]) -> [KeyHint] {
    var rows: [(name: String, keys: [String])] = []
    for binding in bindings {
      if let index = rows.firstIndex(where: { $0.name == binding.name }) {
        rows[index].keys.append(name(binding))
      } else {
        rows.append((binding.name, [name(binding)]))
      }
    }
    return rows.map { KeyHint(key: label($0.keys), does: words("keys.does.\($0.name)")) }
  }

  private func label(_ keys: [String]) -> String {
    guard keys.count > 4, let first = keys.first, let last = keys.last else {
      return keys.joined(separator: "   ")
    }
    return words("keys.range", ["first": .text(first), "last": .text(last)])
  }
}
