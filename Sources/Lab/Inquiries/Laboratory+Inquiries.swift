import Runs
import Simulation
import Stage

/// What questions want done that the state can't do by itself.
extension Laboratory {
  func perform(_ errand: Errand) {
    guard let run = state.run, let session, let playhead = session.playhead else { return }
    switch errand {
    case .moveRing(let by): moveRing(by: by, run)
    case .moveInspector(let direction): moveInspector(direction, run)
    case .findPlaceForInspector: findPlaceForInspector(playhead.memory)
    case .moveLine(let by): moveLine(by: by, run, session.id, playhead)
    case .followLine(let line): follow(line, run, session.id, playhead)
    case .offerSearches: send(.asked(.offered(searches(run, playhead.memory))))
    case .sayNoStops: send(.said(content.words("stops.none")))
    case .jump(let text): jump(text, run, playhead.memory)
    case .listEvents(let filter): listEvents(filter, run, session, playhead)
    case .goToEvent(let row):
      guard let events = session.events, row < events.matching.count else { return }
      let step = events[row].step
      send(.closedTopmost)
      send(.pickedStep(step))
    case .find(let condition, let forward):
      guard let step = playhead.find(condition, forward: forward) else {
        let (name, _) = inquiries.text(condition)
        return send(
          .failed(
            content.words(forward ? "search.none-after" : "search.none-before", ["what": .text(name)])))
      }
      send(.pickedStep(step))
    }
  }

  // MARK: Ring and inspector

  /// To the next part of the window that is shown.
  private func moveRing(by distance: Int, _ run: RunState) {
    let parts = run.isEditing ? [.map, .lens, .edit] : [.map] + Panel.column + [.timeline]
    let hasForm = run.isEditing && !state.presentation.isOn
    let shown = parts.filter { picture?.layout[$0] != nil || hasForm && $0 == .edit }
    guard !shown.isEmpty else { return }
    var index = distance > 0 ? 0 : shown.count - 1
    if let ring = run.inquiry.ring, let here = shown.firstIndex(of: ring) {
      index = (here + distance + shown.count) % shown.count
    }
    send(.asked(.ringed(shown[index])))
  }

  private func findPlaceForInspector(_ memory: Memory) {
    let facts = RunFacts(memory)
    let pfn = facts.migrate?.pfn ?? facts.zone.start
    guard !memory.scale.isTeaching else {
      return send(.asked(.inspected(pfn, wholePageblock: false)))
    }
    send(
      .asked(.inspected(pfn.start(ofOrder: memory.scale.pageblockOrder), wholePageblock: true)))
  }

  private func moveInspector(_ direction: Direction, _ run: RunState) {
    guard let pfn = run.inspected, let picture, let scene = shownScene else { return }
    if run.inquiry.ring == .lens {
      let next = scene.lens?.neighbour(of: pfn, to: direction) ?? pfn
      return send(.asked(.inspected(next, wholePageblock: false)))
    }
    let next = picture.neighbour(of: pfn, to: direction, on: scene.map)
    let isBoard = if case .board = scene.map { true } else { false }
    send(.asked(.inspected(next, wholePageblock: isBoard)))
  }

  private func moveLine(by distance: Int, _ run: RunState, _ session: RunSession.ID, _ playhead: Playhead) {
    let count = inquiries.lines(run, session, playhead).count
    guard count > 0 else { return }
    let line = run.inquiry.line.map { $0 + distance } ?? 0
    send(.asked(.choseLine(min(max(line, 0), count - 1))))
  }

  /// A line about a step leads there; the inspector follows the page.
  private func follow(_ line: Int, _ run: RunState, _ session: RunSession.ID, _ playhead: Playhead) {
    let lines = inquiries.lines(run, session, playhead)
    guard lines.indices.contains(line) else { return }
    send(.asked(.choseLine(line)))
    guard case .event(let step, _) = lines[line] else { return }
    let place = run.inspected.map { inquiries.place(ofInspected: $0, atStep: step, run, session, playhead) }
    send(.pickedStep(step))
    if let place, !run.inquiry.inspectsPageblock, place != run.inspected {
      send(.asked(.inspected(place, wholePageblock: false)))
      send(.asked(.choseLine(line)))
    }
  }

  // MARK: Searches

  private func searches(_ run: RunState, _ memory: Memory) -> [SearchCondition] {
    var conditions: [SearchCondition] = []
    if let pfn = run.inspected, !run.inquiry.inspectsPageblock { conditions.append(.pageMoves(pfn)) }
    conditions += [.migrationFails, .scannersMeet, .landmark]
    let zone = RunFacts(memory).zone.index
    return conditions
      + (1...memory.scale.maxOrder).reversed().map { .freeBlock(order: $0, zone: zone) }
  }

  private func jump(_ text: String, _ run: RunState, _ memory: Memory) {
    do {
      let goal = try JumpGoal(text, in: memory, steps: run.steps)
      send(.closedTopmost)
      switch goal {
      case .step(let step): send(.pickedStep(step))
      case .page(let pfn):
        let wholePageblock = !memory.scale.isTeaching
        let start = wholePageblock ? pfn.start(ofOrder: memory.scale.pageblockOrder) : pfn
        send(.asked(.inspected(start, wholePageblock: wholePageblock)))
        if wholePageblock { send(.asked(.inspected(pfn, wholePageblock: false))) }
      }
    } catch {
      send(.asked(.refused(error.text(content.words))))
    }
  }

  private func listEvents(_ filter: String, _ run: RunState, _ session: RunSession, _ playhead: Playhead) {
    if filter.isEmpty || session.events == nil { session.events = EventList(playhead.recording) }
    session.events?.filter(filter)
    guard let events = session.events else { return }
    send(.asked(.listed(rows: events.matching.count, selection: events.row(atStep: run.step))))
  }
}
