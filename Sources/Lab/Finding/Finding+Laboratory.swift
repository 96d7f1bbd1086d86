import Runs
import Simulation

/// Looking for something in the run on screen.
extension Laboratory {
  func perform(_ effect: Finding.Effect) {
    guard let run = state.run else { return }
    guard let playhead = session?.playhead else {
      if case .jump = effect { send(.finding(.refused(content.words("message.opening")))) }
      return
    }
    switch effect {
    case .offerSearches:
      let entries = searches(run, playhead.memory).map { condition in
        let (name, detail) = content.words.text(condition)
        return Choices.Entry(name: name, detail: detail, goal: .moment(condition))
      }
      send(.finding(.offered(Choices(.searches, entries))))
    case .jump(let text): jump(text, run, playhead.memory)
    case .listEvents(let filter): listEvents(filter, run, playhead)
    case .goToEvent(let row):
      guard let list = session?.list, row < list.count else { return }
      let step = list.step(ofRow: row)
      send(.closedTopmost)
      send(.stepping(.pickedStep(step)))
    case .find(let condition, let forward): find(condition, forward: forward)
    }
  }

  private func find(_ condition: SearchCondition, forward: Bool) {
    guard let step = view?.behindStep({ $0.find(condition, forward: forward) }) ?? nil else {
      let (name, _) = content.words.text(condition)
      let key = forward ? "search.none-after" : "search.none-before"
      return send(.failed(content.words(key, ["what": .text(name)])))
    }
    send(.stepping(.pickedStep(step)))
  }

  private func searches(_ run: RunState, _ memory: Memory) -> [SearchCondition] {
    var conditions: [SearchCondition] = []
    if let pfn = run.inspecting.pfn, !run.inspecting.wholePageblock { conditions.append(.pageMoves(pfn)) }
    conditions += [.migrationFails, .scannersMeet, .landmark]
    let zone = MemoryReading(memory).zone.index
    return conditions
      + (1...memory.scale.maxOrder).reversed().map { .freeBlock(order: $0, zone: zone) }
  }

  private func jump(_ text: String, _ run: RunState, _ memory: Memory) {
    do {
      let goal = try JumpGoal(text, in: memory, steps: run.steps)
      send(.closedTopmost)
      switch goal {
      case .step(let step): send(.stepping(.pickedStep(step)))
      case .page(let pfn):
        let wholePageblock = !memory.scale.isTeaching
        let start = wholePageblock ? pfn.start(ofOrder: memory.scale.pageblockOrder) : pfn
        send(.inspecting(.inspected(start, wholePageblock: wholePageblock)))
        if wholePageblock { send(.inspecting(.inspected(pfn, wholePageblock: false))) }
      }
    } catch {
      send(.finding(.refused(error.text(content.words))))
    }
  }

  private func listEvents(_ filter: String, _ run: RunState, _ playhead: Playhead) {
    guard let view else { return }
    view.list(filter)
    guard let list = view.session.list else { return }
    send(.finding(.listed(rows: list.count, selection: list.row(atStep: run.step))))
  }

  /// What was opened before there was anything to show is shown as it comes.
  func takeUpAwaitedList() {
    guard let run = state.run, let view, let playhead = view.playhead else { return }
    switch run.finding.overlay {
    case .events(let filter, let rows, _):
      // What has been typed is looked for again where nothing more comes.
      guard view.session.list?.total != playhead.stepCount, filter.isEmpty || run.isComplete else { return }
      if rows == 0 { return listEvents(filter, run, playhead) }
      view.list(filter)
      send(.finding(.grew(rows: view.session.list?.count ?? 0)))
    case .choices(let choices):
      if choices.isAwaited, choices.subject == .searches { perform(.offerSearches) }
    default: break
    }
  }
}
