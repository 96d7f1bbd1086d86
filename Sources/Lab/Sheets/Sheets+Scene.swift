import Simulation
import Stage
import Words

extension Scene {
  /// What covers the window.
  init(sheet: Sheets.State, _ state: LabState, words: Catalogue) {
    let (name, map): (String, Map) =
      switch sheet.subject {
      case .keys: ("keys.does.keys", .keys(KeyTable(state, selection: sheet.selection, words: words)))
      case .leavesOut: ("leaves-out-page.title", .article(Article(leavesOut: sheet.selection, words: words)))
      case .view: ("view.heading", .menu(Menu(view: state, selection: sheet.selection, words: words)))
      }
    self.init(title: Title(name: words("title.program"), facts: [words(name)]), map: map)
  }
}

extension KeyTable {
  /// All keys that work where the person is, and what they do.
  fileprivate init(_ state: LabState, selection: Int, words: Catalogue) {
    let names = KeyNames(words: words, lettersOff: state.bindings.lettersOff)
    var sections: [(place: KeyContext?, rows: [KeyHint])] = []
    for row in state.keyRows {
      if sections.last?.place != row.place || sections.isEmpty { sections.append((row.place, [])) }
      sections[sections.count - 1].rows.append(names.hint(row))
    }
    self.init(
      sections: sections.map { place, rows in
        Section(heading: words("keys.place.\(place?.rawValue ?? "everywhere")"), rows: rows)
      }, selection: selection)
  }
}

extension KeyNames {
  fileprivate func hint(_ row: KeyRow) -> KeyHint {
    let keys = row.bindings.map { name($0) }
    return KeyHint(key: label(keys), does: does(row.bindings[0]))
  }

  private func label(_ keys: [String]) -> String {
    guard keys.count > 4, let first = keys.first, let last = keys.last else {
      return keys.joined(separator: "   ")
    }
    return words("keys.range", ["first": .text(first), "last": .text(last)])
  }
}

extension Article {
  /// What the simulation leaves out or simplifies.
  fileprivate init(leavesOut selection: Int, words: Catalogue) {
    self.init(
      columns: [words("leaves-out-page.simplified"), words("leaves-out-page.misleads")],
      entries: Simplification.all.map { entry in
        let key = "leaves-out.\(entry.id)"
        let versions = entry.versions.map(\.description).joined(separator: ", ")
        return Entry(
          title: words("\(key).title"),
          notes: [entry.kernelSymbol, words("leaves-out-page.versions", ["versions": .text(versions)])],
          texts: [words("\(key).simplified"), words("\(key).misleads")])
      },
      selection: selection)
  }
}

extension Menu {
  /// How things are shown, each with its value.
  fileprivate init(view state: LabState, selection: Int, words: Catalogue) {
    let items = ViewChoice.all(state).map { choice in
      Item(name: words("view.\(choice)"), detail: choice.value(state, words))
    }
    self.init(sections: [Section(heading: words("view.heading"), items: items)], selection: selection)
  }
}

extension ViewChoice {
  fileprivate func value(_ state: LabState, _ words: Catalogue) -> String {
    switch self {
    case .theme: words("view.theme-\(state.theme.rawValue)")
    case .textSize: words("view.percent", ["count": .number(state.textSize)])
    case .motion: words(state.reducesMotion ? "view.motion-reduced" : "view.motion-on")
    case .panels:
      words(state.run?.inspecting.folded.isEmpty == false ? "view.panels-folded" : "view.panels-on")
    case .age: state.run?.agedBy ?? ""
    case .letters: words(state.bindings.lettersOff ? "view.letters-off" : "view.letters-on")
    case .fullScreen: words(state.isFullScreen ? "view.full-screen" : "view.window")
    }
  }
}
