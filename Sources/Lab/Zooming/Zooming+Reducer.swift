import Stage

extension Zooming.State {
  /// The part of the reducer that is about how close a run is looked at.
  mutating func reduce(_ action: Zooming.Action) {
    switch action {
    case .closer: level = min(level.rounded(.down) + 1, Zoom.closest)
    case .further: level = max(level.rounded(.up) - 1, 0)
    case .looked(let zoom):
      // So little of it would only be taken for a crooked picture of the whole.
      level = zoom.level < 0.05 ? 0 : min(zoom.level, Zoom.closest)
      center = zoom.center
      held = nil
    case .held(let held):
      self.held = held
      if center != nil { center = held.place }
    case .letGo: held = nil
    }
    if level == 0 { center = nil }
  }
}
