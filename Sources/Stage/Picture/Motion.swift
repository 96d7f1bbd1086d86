/// The way from one scene to the next, at one moment.
public struct Motion: Sendable {
  /// The scene that is being left.
  public var from: Scene
  /// 0 at its beginning, 1 when the scene that is shown stands still.
  public var progress: Float

  public init(from: Scene, progress: Float) {
    self.from = from
    self.progress = min(max(progress, 0), 1)
  }

  /// The progress with a soft beginning and end.
  var eased: Float { progress * progress * (3 - 2 * progress) }

  /// What a change of zoom takes.
  public static let zoomDuration = Duration.milliseconds(400)

  /// Steps of the run between two scenes; below 0 back.
  static func steps(from: Scene, to: Scene) -> Int { (to.title.step ?? 0) - (from.title.step ?? 0) }

  /// What the way should take at speed 1; nil when nothing moves between the scenes. From 0.3 seconds,
  /// for scanners that glide, to 1.5, for pages that travel.
  public static func duration(from: Scene, to: Scene) -> Duration? {
    let steps = steps(from: from, to: to)
    switch (from.map, to.map) {
    case (.pages(let before), .pages(let after)):
      guard before.range == after.range else { return nil }
      let isBack = steps < 0
      let travellers =
        isBack
        ? PageMotion.travellers(from: after, to: before) : PageMotion.travellers(from: before, to: after)
      if !travellers.isEmpty { return .milliseconds(min(600 + 150 * (travellers.count - 1), 1500)) }
      let (first, second) = isBack ? (after, before) : (before, after)
      if !BlockMotion.all(from: first, to: second).isEmpty { return .milliseconds(500) }
      let moved = Scanner.allCases.contains { before.position(of: $0) != after.position(of: $0) }
      return moved ? .milliseconds(300) : nil
    case (.board(let before), .board(let after)):
      if BoardMotion.group(between: before, after, steps: steps) != nil { return .milliseconds(600) }
      let moved = Scanner.allCases.contains {
        before.position(of: $0)?.pageblock != after.position(of: $0)?.pageblock
      }
      return moved ? .milliseconds(300) : nil
    default: return nil
    }
  }

  /// Whether the eye goes closer, away or elsewhere; not where a map that has got another size shows it the same.
  public static func looksElsewhere(from: Scene, to: Scene) -> Bool {
    from.zoom?.level != to.zoom?.level || from.zoom?.center != to.zoom?.center
  }

  /// The way from one zoom to another one, if the eye is on it.
  func zoom(to scene: Scene) -> (from: Zoom, to: Zoom, share: Float)? {
    guard Self.looksElsewhere(from: from, to: scene), let known = scene.zoom ?? from.zoom else { return nil }
    let whole = Zoom(level: 0, center: known.center)
    return (from.zoom ?? whole, scene.zoom ?? whole, eased)
  }

  /// The scene that is shown, its figures on the way from what they were.
  func ticking(_ scene: Scene) -> Scene {
    var scene = scene
    if from.counters.map(\.name) == scene.counters.map(\.name) {
      for (index, counter) in from.counters.enumerated() {
        scene.counters[index].value = between(counter.value, scene.counters[index].value)
      }
    }
    if let earlier = from.freeBlocks?.counts, let now = scene.freeBlocks?.counts, earlier.count == now.count,
      from.freeBlocks?.zone == scene.freeBlocks?.zone
    {
      scene.freeBlocks?.counts = zip(earlier, now).map(between)
    }
    return scene
  }

  private func between(_ earlier: Int, _ now: Int) -> Int {
    progress == 1 ? now : earlier + Int((Double(now - earlier) * Double(eased)).rounded())
  }
}
