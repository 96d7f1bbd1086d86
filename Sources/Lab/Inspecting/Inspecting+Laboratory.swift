import Simulation
import Stage

/// Moving what looks closely over what is on screen.
extension Laboratory {
  func perform(_ effect: Inspecting.Effect) {
    guard let run = state.run, let view, let playhead = view.playhead else { return }
    switch effect {
    case .moveRing(let by): moveRing(by: by, run)
    case .moveInspector(let direction): moveInspector(direction, run)
    case .findPlace: findPlace(playhead.memory)
    case .moveLine(let by): moveLine(by: by, run, view.inspectorLines.lines(run, playhead).count)
    case .followLine(let line): follow(line, run, view.inspectorLines, playhead)
    }
  }

  /// To the next part of the window that is shown.
  private func moveRing(by distance: Int, _ run: RunState) {
    let parts = run.editing.isOn ? [.map, .lens, .edit] : [.map] + Panel.column + [.timeline]
    let hasForm = run.editing.isOn && !state.presenting.isOn
    let shown = parts.filter { picture?.layout[$0] != nil || hasForm && $0 == .edit }
    guard !shown.isEmpty else { return }
    var index = distance > 0 ? 0 : shown.count - 1
    if let ring = run.inspecting.ring, let here = shown.firstIndex(of: ring) {
      index = (here + distance + shown.count) % shown.count
    }
    send(.inspecting(.ringed(shown[index])))
  }

  private func findPlace(_ memory: Memory) {
    let facts = MemoryReading(memory)
    let pfn = facts.migrate?.pfn ?? facts.zone.start
    guard !memory.scale.isTeaching else {
      return send(.inspecting(.inspected(pfn, wholePageblock: false)))
    }
    send(
      .inspecting(.inspected(pfn.start(ofOrder: memory.scale.pageblockOrder), wholePageblock: true)))
  }

  private func moveInspector(_ direction: Direction, _ run: RunState) {
    guard let pfn = run.inspecting.pfn, let picture, let scene = showing.scene else { return }
    if run.inspecting.ring == .lens {
      let next = scene.lens?.neighbour(of: pfn, to: direction) ?? pfn
      return send(.inspecting(.inspected(next, wholePageblock: false)))
    }
    let next = picture.neighbour(of: pfn, to: direction, on: scene.map)
    let isBoard = if case .board = scene.map { true } else { false }
    send(.inspecting(.inspected(next, wholePageblock: isBoard)))
  }

  private func moveLine(by distance: Int, _ run: RunState, _ count: Int) {
    guard count > 0 else { return }
    let line = run.inspecting.line.map { $0 + distance } ?? 0
    send(.inspecting(.choseLine(min(max(line, 0), count - 1))))
  }

  /// A line about a step leads there; the inspector follows the page.
  private func follow(_ line: Int, _ run: RunState, _ inspector: InspectorLines, _ playhead: Playhead) {
    let lines = inspector.lines(run, playhead)
    guard lines.indices.contains(line) else { return }
    send(.inspecting(.choseLine(line)))
    guard case .event(let step, _) = lines[line] else { return }
    let place = run.inspecting.pfn.map { inspector.place(ofInspected: $0, atStep: step, run, playhead) }
    send(.stepping(.pickedStep(step)))
    if let place, !run.inspecting.wholePageblock, place != run.inspecting.pfn {
      send(.inspecting(.inspected(place, wholePageblock: false)))
      send(.inspecting(.choseLine(line)))
    }
  }
}
