import Runs
import Simulation
import Stage
import Words

extension Finding {
  /// What the scene of a run shows of it.
  enum Shown {
    /// Something is typed in below the run.
    case prompt(Prompt)
    /// A list stands where the map was.
    case list(Scene.Map)

    var prompt: Prompt? { if case .prompt(let prompt) = self { prompt } else { nil } }
    var list: Scene.Map? { if case .list(let list) = self { list } else { nil } }
  }
}

/// Makes what stands over a run.
struct OverlayMaker {
  let words: Catalogue

  /// - Parameter events: the list that is shown, if one is.
  func shown(_ run: RunState, events: EventList?) -> Finding.Shown? {
    switch run.finding.overlay {
    case .jump(let text, let refusal):
      .prompt(
        Prompt(
          label: words("jump.label"), text: text, hint: refusal ?? words("jump.hint"),
          isRefused: refusal != nil))
    case .naming(let naming):
      .prompt(
        Prompt(
          label: words("save.label"), text: naming.name, hint: words("save.hint"),
          isOffered: naming.typed == nil))
    case .choices(let choices): .list(.menu(menu(choices)))
    case .events(let filter, _, let selection): events.map { .list(.events(table($0, filter, selection))) }
    case nil: nil
    }
  }

  private func menu(_ choices: Choices) -> Menu {
    let heading =
      switch choices.subject {
      case .searches: words("search.heading")
      case .stops: words("stops.heading")
      case .scenarios: words("menu.saved")
      }
    let items = choices.shown.map { entry in
      Menu.Item(
        name: entry.number.map { words("menu.numbered", ["number": .number($0), "name": .text(entry.name)]) }
          ?? entry.name, detail: entry.detail)
    }
    return Menu(
      sections: [Menu.Section(heading: heading, items: items)], selection: choices.selection,
      filter: Menu.Filter(
        typed: choices.typed, hint: words(items.isEmpty ? "list.none" : "list.hint")))
  }

  /// More rows than any window can show at the smallest text.
  private static let mostRows = 64

  private func table(_ list: EventList, _ filter: String, _ selection: Int) -> EventTable {
    let count = list.matching.count
    let most = Self.mostRows
    let first = min(max(selection - most, 0), max(count - 2 * most, 0))
    let rows = (first..<min(first + 2 * most, count)).map { row(list[$0]) }
    return EventTable(
      filter: filter, count: count, total: list.events.count, selection: selection, first: first, rows: rows)
  }

  private func row(_ line: ListedEvent) -> EventTable.Row {
    let columns = EventColumns(line.event)
    let pages = columns.pages.map {
      words("events.pages", ["from": .pfn($0.lowerBound), "to": .pfn($0.upperBound)])
    }
    return EventTable.Row(
      step: line.step, task: line.task.listedName, name: columns.name, pages: pages ?? "",
      figures: columns.figures.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
  }
}
