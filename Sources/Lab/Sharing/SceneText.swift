import Stage
import Words

extension Scene {
  /// What is said now, as lines of text: to be copied.
  func said(_ words: Catalogue) -> String {
    let lines: [String] =
      switch map {
      case .pages, .board: [heading(words)] + explained + inspected(words)
      case .menu(let menu): menu.chosen.map { [$0.name, $0.detail] } ?? []
      case .events(let table):
        table.rows.dropFirst(table.selection - table.first).first.map {
          [
            ["\($0.step)", $0.task, $0.name, $0.pages, $0.figures].filter { !$0.isEmpty }.joined(
              separator: " ")
          ]
        } ?? []
      case .keys(let table): table.sections.flatMap { [$0.heading] + $0.rows.map { "\($0.key)\t\($0.does)" } }
      case .article(let article):
        article.entries[article.selection].lines(under: article.columns)
      }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func heading(_ words: Catalogue) -> String {
    guard let step = title.step else { return title.name }
    let place =
      title.steps.map { words("title.step-of", ["step": .number(step), "steps": .number($0)]) }
      ?? words("title.step", ["step": .number(step)])
    return "\(title.name), \(place)"
  }

  private var explained: [String] {
    guard let explanation else { return [] }
    return [explanation.heading, explanation.text, explanation.because, explanation.symbol]
  }

  private func inspected(_ words: Catalogue) -> [String] {
    guard let inspector else { return [] }
    return [inspector.title]
      + inspector.lines.map { line in
        switch line {
        case .section(let name): name
        case .fact(let name, let value): value.isEmpty ? name : "\(name): \(value)"
        case .event(let step, let text):
          "\(words("inspector.step", ["step": .number(step)])): \(text)"
        }
      }
  }
}

extension Menu {
  fileprivate var chosen: Item? {
    let items = sections.flatMap(\.items)
    return items.indices.contains(selection) ? items[selection] : nil
  }
}

extension Article.Entry {
  fileprivate func lines(under columns: [String]) -> [String] {
    [title] + notes + zip(columns, texts).map { "\($0): \($1)" }
  }
}
