import Stage

/// How close a run is looked at.
public enum Zooming {
  public struct State: Equatable, Sendable {
    /// 0 shows all of its memory, 2 is the closest.
    public internal(set) var level: Float = 0
    /// Where; nil follows the inspector, or the migrate scanner where nothing is inspected.
    public internal(set) var center: Zoom.Place?
  }

  public enum Action: Equatable, Sendable {
    /// To the next of the levels that keys stop at.
    case closer
    case further
    /// By wheel or by dragging.
    case looked(Zoom)
  }
}
