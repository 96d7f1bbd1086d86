/// The way from one scene to the next, at one moment.
public struct Motion: Sendable {
  /// The scene that is being left.
  public var from: Scene
  /// 0 at its beginning, 1 when the scene that is shown stands still.
  public var progress: Float
  /// Nothing moves: arrows say from where to where.
  public var isReduced: Bool

  public init(from: Scene, progress: Float, isReduced: Bool = false) {
    self.from = from
    self.progress = min(max(progress, 0), 1)
    self.isReduced = isReduced
  }

  /// The progress with a soft beginning and end.
  var eased: Float { progress * progress * (3 - 2 * progress) }

  /// Seconds that a change of zoom takes.
  public static let zoomDuration = 0.4

  /// Seconds that the way should take at speed 1; nil when nothing moves between the scenes. From 0.3,
  /// for scanners that glide, to 1.5, for pages that travel.
  public static func duration(from: Scene, to: Scene) -> Double? {
    switch (from.map, to.map) {
    case (.pages(let before), .pages(let after)):
      guard before.range == after.range else { return nil }
      let isBack = (to.title.step ?? 0) < (from.title.step ?? 0)
      let travellers =
        isBack
        ? PageMotion.travellers(from: after, to: before) : PageMotion.travellers(from: before, to: after)
      if !travellers.isEmpty { return min(0.6 + 0.15 * Double(travellers.count - 1), 1.5) }
      let moved = Scanner.allCases.contains { before.position(of: $0) != after.position(of: $0) }
      return moved ? 0.3 : nil
    case (.board(let before), .board(let after)):
      let moved = Scanner.allCases.contains {
        before.position(of: $0)?.pageblock != after.position(of: $0)?.pageblock
      }
      return moved ? 0.3 : nil
    default: return nil
    }
  }
}
