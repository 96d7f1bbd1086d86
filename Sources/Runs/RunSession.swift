import Background
import Foundation
import Lessons
import Simulation

/// A run that somebody is in: its playhead, and the thread that records it.
public final class RunSession: Identifiable {
  /// Tells sessions apart, also from those that are over.
  public let id = UUID()
  public let recipe: RunRecipe
  /// Nil until the memory has been made.
  public private(set) var playhead: Playhead?
  /// The run as a list, once it has been asked for.
  public var list: StepList?
  /// Steps of the lesson's stops, in the lesson's order.
  private var stops: [Int?] = []
  private let job: RecordingJob

  /// Begins to record.
  /// - Parameters:
  ///   - prefix: what of the run has been recorded already, up to one of its quiet points.
  ///   - wake: called on another thread whenever `receive` has something to do.
  public init(
    _ recipe: RunRecipe, goingOnFrom prefix: Recording = Recording(), wake: @escaping @Sendable () -> Void
  ) {
    self.recipe = recipe
    job = RecordingJob(recipe, goingOnFrom: prefix, wake: wake)
  }

  deinit {
    job.cancel()
    // Nobody else has them: whoever draws asks the session each time.
    nonisolated(unsafe) let left = (playhead, list)
    (playhead, list) = (nil, nil)
    discard(left)
  }

  /// Waits until the thread has made something more, at most for `limit`; the memory comes first.
  public func waitForDelivery(atMost limit: Duration? = nil) { job.waitForDelivery(atMost: limit) }

  /// Takes over what the thread has made since the last time, and says what that is.
  public func receive() -> [RunNews] {
    let delivery = job.take()
    var news: [RunNews] = []
    if let start = job.takeStart() {
      playhead = Playhead(memory: start.memory)
      news.append(.begun(start.census))
    }
    guard let playhead else { return [] }
    for chunk in delivery.chunks { playhead.append(chunk) }
    if delivery.isComplete { playhead.complete() }
    if !delivery.chunks.isEmpty || delivery.isComplete {
      news.append(.recorded(steps: playhead.stepCount, isComplete: playhead.recording.isComplete))
    }
    if let stops = delivery.stops {
      self.stops = stops
      news.append(.foundStops(stops.compactMap(\.self).sorted()))
    }
    if let index = delivery.index { playhead.index = index }
    return news
  }

  /// Goes through the run.
  /// - Returns: the step that it stands at then; nil while there is no memory yet.
  public func move(_ movement: Movement) -> Int? {
    guard let playhead else { return nil }
    switch movement {
    case .forward(let size): playhead.forward(size)
    case .back(let size): playhead.back(size)
    case .seek(let step): playhead.seek(to: step)
    }
    return playhead.step
  }

  /// The stop of the lesson that lies at a step.
  public func stop(at step: Int) -> Lesson.Stop? {
    stops.lastIndex(of: step).flatMap { recipe.lesson?.stops[$0] }
  }
}
