import Stage
import Words

extension Scene {
  /// The menu of what can be opened.
  init(menu state: LabState, words: Catalogue) {
    let sections = MenuEntry.Section.allCases.compactMap { section -> Menu.Section? in
      let entries = state.menu.filter { $0.section == section }
      guard !entries.isEmpty else { return nil }
      return Menu.Section(
        heading: words("menu.\(section)"),
        items: entries.map { Menu.Item(name: $0.title(words), detail: $0.detail) })
    }
    self.init(
      title: Title(name: words("title.program"), facts: [words("title.purpose")]),
      map: .menu(Menu(sections: sections, selection: state.selection)))
  }

  /// What is shown until the memory has been made.
  init(opening name: String, words: Catalogue) {
    self.init(
      title: Title(name: name), map: .menu(Menu(sections: [])), message: words("message.opening"))
  }
}

extension MenuEntry {
  /// The name, with the number that opens it.
  fileprivate func title(_ words: Catalogue) -> String {
    guard let number else { return name }
    return words("menu.numbered", ["number": .number(number), "name": .text(name)])
  }
}
