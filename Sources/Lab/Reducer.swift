/// What each action means: every part of the program says it of its own. Nothing else changes the state.
extension LabState {
  /// Takes note of an action, and says what is to be done outside of the state.
  public mutating func reduce(_ action: Action) -> [Effect] {
    if action.isAsked {
      message = nil
      // Whatever is done meanwhile is done at the stop; the keys of stops do no more than that.
      if run?.endWay() == true, action.goesByStops { return [] }
    }
    switch action {
    case .opening(let action): return reduce(action)
    case .stepping(let action): return run?.reduce(action) ?? []
    case .learning(let action): return reduce(action)
    case .inspecting(let action): return run?.reduce(action) ?? []
    case .finding(let action): return run?.reduce(action) ?? []
    case .editing(let action): return reduce(action)
    case .branching(let action): return reduce(action)
    case .zooming(let action): run?.zooming.reduce(action)
    case .presenting(let action): reduce(action)
    case .sheets(let action): return reduce(action)
    case .saving(let action): return reduce(action)
    case .viewing(let action): reduce(action)
    case .closedTopmost: return closeTopmost()
    case .quit: isClosing = true
    case .tookUp(let last): takeUp(last)
    case .failed(let text), .said(let text): message = text
    }
    return []
  }

  /// Never ends the program: a presenter's remote sends this key, too.
  private mutating func closeTopmost() -> [Effect] {
    if awaited != nil {
      awaited = nil
    } else if sheet != nil {
      sheet = nil
    } else if run?.closeTopmost() == true {
      // The run has put something away.
    } else if beside != nil {
      beside = nil
    } else if presenting.isOn {
      togglePresenting()
    } else if isFullScreen {
      isFullScreen = false
    } else {
      return close()
    }
    return []
  }
}

extension RunState {
  /// Takes away what stands topmost: what is over the run, then the ring, then the inspector.
  /// - Returns: whether there was something.
  fileprivate mutating func closeTopmost() -> Bool {
    if finding.overlay != nil {
      finding.overlay = nil
    } else if editing.isOn {
      stopEditing()
    } else if inspecting.ring != nil {
      inspecting.ring = nil
      inspecting.line = nil
    } else if inspecting.pfn != nil {
      inspecting.inspect(nil, wholePageblock: false)
    } else {
      return false
    }
    return true
  }
}
