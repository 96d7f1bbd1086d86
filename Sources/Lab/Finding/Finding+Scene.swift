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

  /// - Parameters:
  ///   - events: the list that is shown, if one is.
  ///   - stopTitle: what the lesson's stop at a step is called.
  func shown(_ run: RunState, events: EventList?, stopTitle: (Int) -> String) -> Finding.Shown? {
    switch run.finding.overlay {
    case .jump(let text, let refusal):
      .prompt(
        Prompt(
          label: words("jump.label"), text: text, hint: refusal ?? words("jump.hint"),
          isRefused: refusal != nil))
    case .searches(let conditions, let selection): .list(.menu(menu(conditions, selection)))
    case .scenarios(let entries, let selection): .list(.menu(menu(entries, selection)))
    case .stops(let selection): .list(.menu(menu(of: run.learning.stops, selection, stopTitle)))
    case .events(let filter, _, let selection): events.map { .list(.events(table($0, filter, selection))) }
    case nil: nil
    }
  }

  private func menu(_ entries: [MenuEntry], _ selection: Int) -> Menu {
    let items = entries.map { Menu.Item(name: $0.name, detail: $0.detail) }
    return Menu(sections: [Menu.Section(heading: words("menu.saved"), items: items)], selection: selection)
  }

  private func menu(_ conditions: [SearchCondition], _ selection: Int) -> Menu {
    let items = conditions.map { condition in
      let (name, detail) = words.text(condition)
      return Menu.Item(name: name, detail: detail)
    }
    return Menu(
      sections: [Menu.Section(heading: words("search.heading"), items: items)], selection: selection)
  }

  private func menu(of stops: [Int], _ selection: Int, _ title: (Int) -> String) -> Menu {
    let items = stops.enumerated().map { index, step in
      Menu.Item(
        name: words("menu.numbered", ["number": .number(index + 1), "name": .text(title(step))]),
        detail: words("stops.step", ["step": .number(step)]))
    }
    return Menu(
      sections: [Menu.Section(heading: words("stops.heading"), items: items)], selection: selection)
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
