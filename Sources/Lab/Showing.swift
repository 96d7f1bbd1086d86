import Simulation
import Stage

/// What is on screen, and what moves there.
final class Showing {
  private let stage: Stage
  private(set) var scene: Scene?
  private(set) var picture: Stage.Picture?
  /// What the picture was made for, beside the scene.
  private var theme: ThemeName?
  private var size: [Float] = []
  private var transition: Transition?

  init(_ stage: Stage) { self.stage = stage }

  var isMoving: Bool { transition != nil }
  /// The theme of what is shown.
  var lastTheme: ThemeName? { theme }

  /// Whether a scene is not what is shown; begins what moves on the way to it.
  /// - Parameters:
  ///   - isDragged: the map is where the hand has it.
  ///   - movesByStep: it is a step away, which is worth watching.
  func isNews(
    _ scene: Scene, _ state: LabState, isDragged: Bool, movesByStep: Bool, at now: Duration
  ) -> Bool {
    let isMoving = isMoving
    if scene.map != self.scene?.map || self.scene.map({ Motion.looksElsewhere(from: $0, to: scene) }) ?? true
    {
      beginTransition(to: scene, state, isDragged: isDragged, movesByStep: movesByStep, at: now)
    }
    if let transition, transition.isOver(at: now) { self.transition = nil }
    return isMoving || picture == nil || scene != self.scene || state.theme != theme
      || size != Self.size(state)
  }

  /// Takes a scene to be shown, and says where everything in it stands.
  func plan(_ scene: Scene, _ state: LabState, at now: Duration) -> Stage.Plan {
    let size = Self.size(state)
    (self.scene, self.theme, self.size) = (scene, state.theme, size)
    return stage.plan(
      scene, width: size[0], height: size[1], textScale: size[2] / 100, motion: transition?.motion(at: now))
  }

  /// Makes the picture of what was planned.
  func show(
    _ plan: Stage.Plan, _ theme: Theme, details: [Pfn: PageblockDetail], detailsBeside: [Pfn: PageblockDetail]
  ) -> Stage.Picture {
    let next = stage.picture(of: plan, theme: theme, details: details, detailsBeside: detailsBeside)
    picture = next
    return next
  }

  private static func size(_ state: LabState) -> [Float] {
    [Float(state.width), Float(state.height), Float(state.shownTextSize)]
  }

  /// Whatever was moving has arrived, only the eye goes on from where it is.
  private func beginTransition(
    to scene: Scene, _ state: LabState, isDragged: Bool, movesByStep: Bool, at now: Duration
  ) {
    let isUnderWay = isMoving
    transition = nil
    guard !state.reducesMotion, var from = self.scene, from.title.isBefore == scene.title.isBefore,
      from.title.branch == scene.title.branch
    else { return }
    // On the way from stop to stop the eye follows at once.
    let zooms = Motion.looksElsewhere(from: from, to: scene) && !isDragged && state.run?.learning.way == nil
    if isUnderWay { from.zoom = picture?.zoom }
    if movesByStep, from.map != scene.map {
      transition = Transition(from: from, to: scene, at: now, speed: state.run?.speed.factor ?? 1)
    }
    if zooms, transition == nil { transition = Transition(zoomingFrom: from, at: now) }
  }
}
