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

  /// - Parameter list: the run as a list, if anything of it is made.
  func shown(_ run: RunState, list: StepList?) -> Finding.Shown? {
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
    case .events(let filter, let rows, let selection):
      .list(
        .events(rows > 0 ? table(list, filter, selection) : emptyTable(filter, run, total: list?.total ?? 0)))
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
    let hint =
      choices.isAwaited
      ? choices.subject == .stops ? "stops.not-yet" : "message.opening"
      : items.isEmpty ? "list.none" : "list.hint"
    return Menu(
      sections: [Menu.Section(heading: heading, items: items)], selection: choices.selection,
      filter: Menu.Filter(typed: choices.typed, hint: words(hint)))
  }

  /// Why no step is listed.
  private func emptyTable(_ filter: String, _ run: RunState, total: Int) -> EventTable {
    let note =
      if total == 0 {
        words(run.isComplete ? "events.none" : "events.none-yet")
      } else {
        words(run.isComplete ? "events.none-match" : "events.none-match-yet", ["filter": .text(filter)])
      }
    return EventTable(filter: filter, total: total, note: note)
  }

  private func table(_ list: StepList?, _ filter: String, _ selection: Int) -> EventTable {
    guard let list else { return EventTable(filter: filter, total: 0, note: "") }
    let shown = list.rows(around: selection)
    return EventTable(
      filter: filter, count: list.count, total: list.total, selection: selection, first: shown.lowerBound,
      rows: shown.compactMap { list[$0] }.map(row), detail: list[selection].map(detail) ?? [])
  }

  private func row(_ line: ListedStep) -> EventTable.Row {
    EventTable.Row(
      step: line.step, what: line.said.what,
      traced: line.traced.map(\.event.name).joined(separator: ", "))
  }

  /// Why it happened, and each tracepoint with its figures.
  private func detail(_ line: ListedStep) -> [String] {
    [line.said.because]
      + line.traced.map { traced in
        let columns = EventColumns(traced.event)
        let pages = columns.pages.map {
          words("events.pages", ["from": .pfn($0.lowerBound), "to": .pfn($0.upperBound)])
        }
        let parts =
          [traced.task.listedName, columns.name, pages] + columns.figures.map { "\($0.name)=\($0.value)" }
        return parts.compactMap(\.self).joined(separator: " ")
      }
  }
}
