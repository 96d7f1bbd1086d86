import Runs
import Simulation
import Words

/// A run as it is looked at: its playhead, which stands where the state has it, and what its scenes are made by.
final class RunView {
  let session: RunSession
  private let words: Catalogue
  /// Nil until the memory has been made, as the playhead is.
  private(set) var maker: SceneMaker?
  /// Of the step that is looked at.
  private(set) var reading: StepReading?

  let inspectorLines: InspectorLines

  /// - Parameters:
  ///   - prefix: what of the run has been recorded already, up to one of its quiet points.
  ///   - wake: called on any thread when there is something new.
  init(
    _ recipe: RunRecipe, goingOnFrom prefix: Recording = Recording(), words: Catalogue,
    wake: @escaping @Sendable () -> Void
  ) {
    session = RunSession(recipe, goingOnFrom: prefix, wake: wake)
    inspectorLines = InspectorLines(of: session.id, words: words, wake: wake)
    self.words = words
  }

  var playhead: Playhead? { session.playhead }

  /// Takes over what has been recorded since the last time.
  /// - Returns: what that means for the branch of this number.
  func receive(inBranch branch: Int) -> [Branching.Action] {
    session.receive().compactMap { news in
      switch news {
      case .begun(let census):
        guard let memory = playhead?.memory else { return nil }
        maker = SceneMaker(session.recipe, memory, census, words: words)
        return nil
      case .recorded(let steps, let isComplete):
        return .recorded(inBranch: branch, steps: steps, isComplete: isComplete)
      case .foundStops(let stops): return .foundStops(inBranch: branch, stops)
      }
    }
  }

  /// Goes through the run.
  /// - Returns: the step where it stands now; nil while there is no memory yet.
  func move(_ movement: Movement) -> Int? {
    if let reading { playhead?.go(to: reading.step) }
    return session.move(movement)
  }

  /// Stands behind a step.
  /// - Parameter before: the memory stands before it, while the step is looked at.
  func stand(at step: Int, before: Bool) {
    guard let playhead, let maker else { return }
    if reading?.step != step {
      playhead.go(to: step)
      reading = maker.reading(of: playhead)
    }
    playhead.go(to: before ? step - 1 : step)
  }

  /// Lets somebody look at the run as it stands behind the step that is looked at.
  @discardableResult
  func behindStep<Result>(_ look: (Playhead) -> Result) -> Result? {
    guard let playhead else { return nil }
    let place = playhead.step
    if let reading { playhead.go(to: reading.step) }
    defer { playhead.go(to: place) }
    return look(playhead)
  }
}

/// The run as a list. What is said of a step is said where its memory stands: the playhead goes there and comes back.
extension RunView {
  /// Lists all that is made by now, as far as it matches.
  func list(_ filter: String) {
    guard let recording = playhead?.recording else { return }
    if session.list?.total != recording.stepCount {
      session.list = StepList(recording, version: session.recipe.version, words: words)
    }
    behindStep { session.list?.filter(filter, $0) }
  }

  /// Has words for the rows around a chosen one.
  func lookAtList(around row: Int) { behindStep { session.list?.look(around: row, $0) } }
}

extension Playhead {
  /// Stays where it is if that is the step.
  fileprivate func go(to goal: Int) {
    if step != goal { seek(to: goal) }
  }
}
