import Background
import Documents
import Runs
import Simulation

/// Reading what a run is made of, behind the window: a file of a person's own can be large, a recording is.
final class RecipeReading {
  let target: RunTarget
  /// Where the run is to go on; nil for its beginning.
  let place: RunPlace?
  private let outcome = Mailbox<Result<RunRecipe, any Error>>()
  private let isDone = Signal()

  /// - Parameter wake: called on another thread when `take` has something.
  init(
    _ target: RunTarget, goingOnAt place: RunPlace?, in folder: ContentFolder, version: KernelVersion?,
    wake: @escaping @Sendable () -> Void
  ) {
    (self.target, self.place) = (target, place)
    BackgroundThread.start("reading") { [outcome, isDone] in
      outcome.post(Result { try folder.recipe(for: target, version: version) })
      isDone.send()
      wake()
    }
  }

  /// Waits until it is read, at most for `limit`.
  func wait(atMost limit: Duration?) { isDone.wait(atMost: limit) }

  /// What came of it, once.
  func take() -> Result<RunRecipe, any Error>? { outcome.take() }
}
