import Stage
import Words

extension Scene {
  /// What is said now, as lines of text: to be copied.
  func said(_ words: Catalogue) -> String {
    let lines: [String] =
      switch map {
      case .pages, .board: [heading(words)] + explained + (inspector.map { $0.texts(words) } ?? [])
      case .keys(let table): table.sections.flatMap { [$0.heading] + $0.rows.map { "\($0.key)\t\($0.does)" } }
      case .menu, .home, .events, .article: chosenLines(words)
      }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The chosen entry of a list, or what is under the inspector, in one line: to be read out. Nil where
  /// nothing is chosen.
  func chosen(_ words: Catalogue) -> String? {
    let lines = chosenLines(words).filter { !$0.isEmpty }
    return lines.isEmpty ? nil : lines.joined(separator: ", ")
  }

  private func chosenLines(_ words: Catalogue) -> [String] {
    switch map {
    case .pages, .board: edit?.chosen ?? inspector?.chosen(words) ?? []
    case .home(let home): home.chosen
    case .menu(let menu): menu.chosen.map { [$0.name, $0.detail] } ?? []
    case .events(let table): table.chosen.map { ["\($0.step) \($0.what)"] + table.detail } ?? [table.note]
    case .keys(let table): table.chosen.map { [$0.key, $0.does] } ?? []
    case .article(let article): article.entries[article.selection].lines(under: article.columns)
    }
  }

  private func heading(_ words: Catalogue) -> String {
    title.step.map { "\(title.name), \(words.step($0, of: title.steps))" } ?? title.name
  }

  private var explained: [String] {
    guard let explanation else { return [] }
    return [explanation.heading, explanation.text, explanation.because, explanation.symbol]
  }
}

extension Inspector {
  fileprivate func texts(_ words: Catalogue) -> [String] { [title] + lines.map { $0.text(words) } }

  /// The chosen line; before one is chosen, what the thing is: the lines above the first heading.
  fileprivate func chosen(_ words: Catalogue) -> [String] {
    if let selection, lines.indices.contains(selection) { return [lines[selection].text(words)] }
    let facts = lines.prefix { if case .fact = $0 { true } else { false } }
    return [title] + facts.map { $0.text(words) }
  }
}

extension Inspector.Line {
  fileprivate func text(_ words: Catalogue) -> String {
    switch self {
    case .section(let name): name
    case .fact(let name, let value): value.isEmpty ? name : "\(name): \(value)"
    case .event(let step, let text): "\(words("inspector.step", ["step": .number(step)])): \(text)"
    }
  }
}

extension Menu {
  fileprivate var chosen: Item? {
    let items = sections.flatMap(\.items)
    return items.indices.contains(selection) ? items[selection] : nil
  }
}

extension Home {
  /// The chosen entry, and where in it one is.
  fileprivate var chosen: [String] {
    var index = selection
    if let card {
      if index == 0 { return [card.heading, card.name, card.detail] }
      index -= 1
    }
    if lessons.indices.contains(index) {
      let lesson = lessons[index]
      let place: [String] =
        switch lesson.progress {
        case .none: []
        case .stops(let stop, let count): ["\(stop)/\(count)"]
        case .done(let text), .fault(let text): [text]
        }
      return [lesson.number.map(String.init) ?? "", lesson.name] + place + [lesson.detail]
    }
    let names = groups.flatMap(\.names)
    return names.indices.contains(index - lessons.count) ? [names[index - lessons.count]] : []
  }
}

extension EditForm {
  /// The chosen setting; nil while keys go to the map.
  fileprivate var chosen: [String]? {
    selection.map { settings.indices.contains($0) ? [settings[$0].name, settings[$0].value] : [] }
  }
}

extension KeyTable {
  fileprivate var chosen: KeyHint? {
    let rows = sections.flatMap(\.rows)
    return rows.indices.contains(selection) ? rows[selection] : nil
  }
}

extension EventTable {
  fileprivate var chosen: Row? {
    let row = selection - first
    return rows.indices.contains(row) ? rows[row] : nil
  }
}

extension Article.Entry {
  fileprivate func lines(under columns: [String]) -> [String] {
    [title] + notes + zip(columns, texts).map { "\($0): \($1)" }
  }
}
