import Canvas
import Stage

/// How close a run is looked at.
public enum Zooming {
  public struct State: Equatable, Sendable {
    /// 0 shows all of its memory, 2 is the closest.
    public internal(set) var level: Float = 0
    /// Where; nil follows the inspector, or the migrate scanner where nothing is inspected.
    public internal(set) var center: Zoom.Place?
    /// What was looked at when the map last got another size, and where in the picture it stood: there it stays, or
    /// what is followed instead. Nil for the middle.
    var held: Held?
  }

  /// A place on the map, and where in the picture it is to stand.
  public struct Held: Equatable, Sendable {
    public var place: Zoom.Place
    public var point: Point
    public init(_ place: Zoom.Place, at point: Point) { (self.place, self.point) = (place, point) }
  }

  public enum Action: Equatable, Sendable {
    /// To the next of the levels that keys stop at.
    case closer
    case further
    /// By wheel or by dragging.
    case looked(Zoom)

    // What comes by itself
    /// The map gets another size: what is looked at is to stay where it is.
    case held(Held)
    /// What was held is not looked at any more.
    case letGo
  }
}

extension Zooming.Action {
  /// Whether a person asked for it.
  var isAsked: Bool {
    switch self {
    case .closer, .further, .looked: true
    case .held, .letGo: false
    }
  }
}
