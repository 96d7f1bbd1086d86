import Background
import Lessons
import Simulation
import Words

/// A run on screen: its playhead, and the thread that records it.
final class RunSession {
  let subject: RunSubject
  /// Nil until the memory has been made.
  private(set) var playhead: Playhead?
  /// Nil as long as the playhead is.
  private(set) var maker: SceneMaker?
  /// Steps of the lesson's stops, in the lesson's order.
  private var stops: [Int?] = []
  private let job: RecordingJob
  private let words: Catalogue
  /// The run as a list, once it has been asked for.
  var events: EventList?

  init(_ subject: RunSubject, words: Catalogue, wake: @escaping @Sendable () -> Void) {
    self.subject = subject
    self.words = words
    job = RecordingJob(subject, wake: wake)
  }

  deinit {
    job.cancel()
    // Nobody else has them: whoever draws asks the session each time.
    nonisolated(unsafe) let left = (playhead, maker, events)
    (playhead, maker, events) = (nil, nil, nil)
    discard(left)
  }

  /// Waits until the thread has made something more; the memory comes first.
  func waitForDelivery(atMost limit: Duration? = nil) { job.waitForDelivery(atMost: limit) }

  /// Takes over what the thread has made since the last time, and says what that means for the state.
  func receive() -> [Action] {
    let delivery = job.take()
    var actions: [Action] = []
    if let (handed, census) = delivery.start {
      playhead = Playhead(memory: handed.memory)
      maker = SceneMaker(subject, handed.memory, census, words: words)
    }
    guard let playhead else { return [] }
    for chunk in delivery.chunks { playhead.append(chunk) }
    if delivery.isComplete { playhead.complete() }
    if !delivery.chunks.isEmpty || delivery.isComplete {
      actions.append(.recorded(steps: playhead.stepCount, isComplete: playhead.recording.isComplete))
    }
    if let stops = delivery.stops {
      self.stops = stops
      actions.append(.foundStops(stops.compactMap(\.self).sorted()))
    }
    if let index = delivery.index { playhead.index = index }
    return actions
  }

  /// Goes through the run; nil while there is no memory yet.
  func move(_ movement: Movement) -> Action? {
    guard let playhead else { return nil }
    switch movement {
    case .forward(let size): playhead.forward(size)
    case .back(let size): playhead.back(size)
    case .seek(let step): playhead.seek(to: step)
    }
    return .arrived(step: playhead.step)
  }

  /// The stop of the lesson that lies at a step.
  func stop(at step: Int) -> Lesson.Stop? { stops.lastIndex(of: step).flatMap { subject.lesson?.stops[$0] } }
}
