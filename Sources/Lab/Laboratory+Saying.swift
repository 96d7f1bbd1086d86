import Runs

/// What is said of what happens, for those who do not see it.
extension Laboratory {
  func narrateChange(from before: LabState, _ action: Action) {
    guard let narrate else { return }
    switch action {
    case .said(let text), .failed(let text): narrate(text)
    case .editing(let action): if let text = action.said { narrate(text) }
    default: break
    }
    if before.run?.learning.way != nil, state.run?.learning.way == nil { narratePosition() }
    // A run that plays faster than one can listen is silent until it stops.
    let isOnItsWay = state.run?.isPlaying == true || state.run?.learning.way != nil
    if case .stepping(.arrived) = action, movesByStep || !isOnItsWay { narratePosition() }
    if action == .stepping(.toggledPlaying), before.run?.isPlaying == true, !movesByStep { narratePosition() }
    if state.run == nil, state.selection != before.selection, state.menu.indices.contains(state.selection) {
      narrate(scene().chosen(content.words) ?? state.menu[state.selection].name)
    }
    if action.choosesAnEntry, let chosen = scene().chosen(content.words) { narrate(chosen) }
  }

  func narratePosition() {
    guard let narrate, let run = state.run, let step = view?.reading else { return }
    narrate(
      Narrator(words: content.words).line(
        step: run.step, of: run.isComplete ? run.steps : nil, step.said,
        stop: session?.stop(at: run.step).map { "\($0.title). \($0.plainText)" }))
  }
}
