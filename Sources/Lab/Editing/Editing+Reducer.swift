import Stage

extension LabState {
  /// The part of the reducer that is about editing.
  mutating func reduce(_ action: Editing.Action) -> [Effect] {
    action == .undid ? undo() : run?.reduce(action) ?? []
  }
}

extension RunState {
  mutating func reduce(_ action: Editing.Action) -> [Effect] {
    switch action {
    case .began: return beginEditing()
    case .beganStroke: editing.draft.beginStroke()
    case .endedStroke: editing.draft.endStroke()
    case .finished:
      editing.draft.endStroke()
      if editing.isOn, !editing.draft.isEmpty { return [.branching(.branchOff)] }
      stopEditing()
    case .painted(let paint):
      editing.draft.paint = paint ?? editing.draft.paint
      guard let pfn = inspecting.pfn else { return [.inspecting(.findPlace)] }
      let wholePageblock = inspecting.wholePageblock && inspecting.ring != .lens
      return [.editing(.paint(pfn, wholePageblock: wholePageblock))]
    case .paintedOn(let direction):
      return [.inspecting(.moveInspector(direction)), .editing(.paintUnderCursor)]
    case .paintedAt(let pfn, let wholePageblock):
      inspecting.inspect(pfn, wholePageblock: wholePageblock)
      return [.editing(.paint(pfn, wholePageblock: wholePageblock))]
    case .chosePaint(let paint): editing.draft.paint = paint
    case .retyped: return inspecting.pfn == nil ? [.inspecting(.findPlace)] : [.editing(.retype)]
    case .movedRow(let distance): moveRow(by: distance)
    case .changedSetting(let distance): return [.editing(.changeSetting(by: distance))]
    case .changedRow(let row, let distance):
      guard RunSettings.Row.allCases.indices.contains(row) else { return [] }
      editing.draft.row = RunSettings.Row.allCases[row]
      return [.editing(.changeSetting(by: distance))]
    case .undid:
      editing.draft.notice = nil
      editing.draft.undo()
    case .redid:
      editing.draft.notice = nil
      editing.draft.redo()
    case .made(let change, let text):
      editing.draft.make(change)
      editing.draft.notice = Draft.Notice(text: text, isRefusal: false)
    case .noted(let text): editing.draft.notice = Draft.Notice(text: text, isRefusal: false)
    case .refused(let text): editing.draft.notice = Draft.Notice(text: text, isRefusal: true)
    }
    return []
  }

  private mutating func beginEditing() -> [Effect] {
    (editing.isOn, isPlaying) = (true, false)
    editing.draft.notice = nil
    inspecting.showsBefore = false
    inspecting.ring = .map
    return inspecting.pfn == nil ? [.inspecting(.findPlace)] : []
  }

  /// What was drafted stays for the next time.
  mutating func stopEditing() {
    guard editing.isOn else { return }
    editing.isOn = false
    editing.draft.endStroke()
    inspecting.ring = nil
    inspecting.inspect(nil, wholePageblock: false)
  }

  private mutating func moveRow(by distance: Int) {
    let rows = RunSettings.Row.allCases
    let index = (rows.firstIndex(of: editing.draft.row) ?? 0) + distance
    editing.draft.row = rows[min(max(index, 0), rows.count - 1)]
  }
}
