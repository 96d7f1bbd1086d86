import Runs
import Simulation
import Stage

/// The run that plays in the menu, once round.
struct Film {
  let view: RunView
  /// The lesson that it is of.
  let number: Int
  private var clock = PlayClock()

  init(_ recipe: RunRecipe, _ view: RunView) {
    self.view = view
    number = recipe.lesson?.number ?? 0
  }

  /// Steps that are due at `now`.
  mutating func stepsDue(at now: Duration, isPlaying: Bool) -> Int {
    clock.stepsDue(at: now, speed: .film, isPlaying: isPlaying)
  }

  func wait(at now: Duration) -> Duration? { clock.wait(at: now) }

  /// What is to be seen behind a step; nil until the memory has been made.
  func map(atStep step: Int) -> PageMap? {
    view.stand(at: min(step, view.playhead?.stepCount ?? 0), before: false)
    guard let playhead = view.playhead, let maker = view.maker,
      case .pages(let map) = maker.map(of: playhead.memory, after: nil, inspector: nil)
    else { return nil }
    return map
  }
}
