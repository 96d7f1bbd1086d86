import Stage

/// How close a run is looked at.
public struct RunZoom: Equatable, Sendable {
  /// 0 shows all of its memory, 2 is the closest.
  public internal(set) var level: Float = 0
  /// Where; nil follows the inspector, or the migrate scanner where nothing is inspected.
  public internal(set) var center: Zoom.Place?
}

/// What a person does about it.
public enum ZoomAction: Equatable, Sendable {
  /// To the next of the levels that keys stop at.
  case closer
  case further
  /// By wheel or by dragging.
  case looked(Zoom)
}

extension RunZoom {
  mutating func reduce(_ action: ZoomAction) {
    switch action {
    case .closer: level = min(level.rounded(.down) + 1, Zoom.closest)
    case .further: level = max(level.rounded(.up) - 1, 0)
    case .looked(let zoom):
      // So little of it would only be taken for a crooked picture of the whole.
      level = zoom.level < 0.05 ? 0 : min(zoom.level, Zoom.closest)
      center = zoom.center
    }
    if level == 0 { center = nil }
  }
}
