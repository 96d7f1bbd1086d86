/// Everything that can happen to the program, by key, by mouse, by remote, by clock or from a thread, named
/// after what was asked or what came: by the part of the program that it happens to. The reducer alone
/// decides what it means.
public enum Action: Equatable, Sendable {
  case opening(Opening.Action)
  case stepping(Stepping.Action)
  case learning(Learning.Action)
  case inspecting(Inspecting.Action)
  case finding(Finding.Action)
  case editing(Editing.Action)
  case branching(Branching.Action)
  case zooming(Zooming.Action)
  case presenting(Presenting.Action)
  case sheets(Sheets.Action)
  case saving(Saving.Action)
  case viewing(Viewing.Action)
  /// Esc: what stands topmost goes away.
  case closedTopmost
  case quit
  /// Takes up what was left the last time.
  case tookUp(LastSession)
  case failed(String)
  /// Something was done that can't be seen.
  case said(String)
}

extension Action {
  /// Whether a person asked for it.
  var isAsked: Bool {
    switch self {
    case .opening(let action): action.isAsked
    case .stepping(let action): action.isAsked
    case .learning(let action): action.isAsked
    case .branching(let action): action.isAsked
    case .saving(let action): action.isAsked
    case .viewing(let action): action.isAsked
    case .presenting(let action): action.isAsked
    case .zooming(let action): action.isAsked
    case .finding(let action): action.isAsked
    case .tookUp, .failed, .said: false
    case .inspecting, .editing, .sheets, .closedTopmost, .quit: true
    }
  }

  /// Whether it gives the map another size, or shows it in another one.
  var resizesMap: Bool {
    switch self {
    case .inspecting(.foldedRinged), .inspecting(.toggledPanels): true
    case .zooming(.closer), .zooming(.further): true
    case .viewing(let action): action.resizesMap
    default: false
    }
  }

  /// Whether it goes to the next stop of the lesson, or the one before.
  var goesByStops: Bool { self == .learning(.wentToNextStop) || self == .learning(.wentToPreviousStop) }

  /// Whether it leaves another entry of a list chosen, or another thing inspected.
  var choosesAnEntry: Bool {
    switch self {
    case .editing(.movedRow), .sheets: true
    case .inspecting(let action): action.choosesAnEntry
    case .finding(let action): action.choosesAnEntry
    default: false
    }
  }
}
