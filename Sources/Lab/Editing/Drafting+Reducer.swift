import Simulation
import Stage

extension RunState {
  /// The part of the reducer that is about editing.
  mutating func reduce(_ drafting: Drafting) -> [Effect] {
    switch drafting {
    case .began: return beginEditing()
    case .beganStroke: draft.beginStroke()
    case .endedStroke: draft.endStroke()
    case .finished:
      draft.endStroke()
      if isEditing, !draft.isEmpty { return [.draft(.finished)] }
      stopEditing()
    case .painted(let paint):
      draft.paint = paint ?? draft.paint
      guard let inspected else { return [.run(.findPlaceForInspector)] }
      return [
        .draft(
          .paintedAt(inspected, wholePageblock: inquiry.inspectsPageblock && inquiry.ring != .lens))
      ]
    case .paintedOn(let direction): return [.run(.moveInspector(direction)), .draft(.painted(nil))]
    case .paintedAt(let pfn, let wholePageblock):
      reduceInspector(to: pfn, wholePageblock: wholePageblock)
      return [.draft(drafting)]
    case .chosePaint(let paint): draft.paint = paint
    case .retyped: return inspected == nil ? [.run(.findPlaceForInspector)] : [.draft(.retyped)]
    case .movedRow(let distance): moveRow(by: distance)
    case .changedSetting: return [.draft(drafting)]
    case .changedRow(let row, let distance):
      guard RunSettings.Row.allCases.indices.contains(row) else { return [] }
      draft.row = RunSettings.Row.allCases[row]
      return [.draft(.changedSetting(by: distance))]
    case .undid:
      draft.notice = nil
      draft.undo()
    case .redid:
      draft.notice = nil
      draft.redo()
    case .made(let change, let text):
      draft.make(change)
      draft.notice = Draft.Notice(text: text, isRefusal: false)
    case .noted(let text): draft.notice = Draft.Notice(text: text, isRefusal: false)
    case .refused(let text): draft.notice = Draft.Notice(text: text, isRefusal: true)
    }
    return []
  }

  private mutating func beginEditing() -> [Effect] {
    (isEditing, isPlaying) = (true, false)
    draft.notice = nil
    inquiry.showsBefore = false
    inquiry.ring = .map
    return inspected == nil ? [.run(.findPlaceForInspector)] : []
  }

  /// What was drafted stays for the next time.
  mutating func stopEditing() {
    guard isEditing else { return }
    isEditing = false
    draft.endStroke()
    inquiry.ring = nil
    reduceInspector(to: nil, wholePageblock: false)
  }

  private mutating func reduceInspector(to pfn: Pfn?, wholePageblock: Bool) {
    inspected = pfn
    inquiry.inspectsPageblock = wholePageblock
    inquiry.line = nil
  }

  private mutating func moveRow(by distance: Int) {
    let rows = RunSettings.Row.allCases
    let index = (rows.firstIndex(of: draft.row) ?? 0) + distance
    draft.row = rows[min(max(index, 0), rows.count - 1)]
  }

  /// Where keys go; nil while they go to the run.
  var place: KeyContext? {
    if inquiry.overlay != nil || !isEditing { return inquiry.place }
    return inquiry.ring == .edit ? .settings : .edit
  }
}
