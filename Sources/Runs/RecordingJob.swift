import Background
import Simulation
import Synchronization

/// Makes a memory and records its run on a thread of its own: first a copy of the memory is handed over, then
/// the run chunk by chunk, at last the shortcuts through it.
final class RecordingJob: Sendable {
  /// What has been recorded since it was last asked for.
  struct Delivery: Sendable {
    var chunks: [ChangeChunk] = []
    /// The chunks delivered so far are the whole run.
    var isComplete = false
    /// Steps of the lesson's stops, in the lesson's order; nil for one that the run doesn't come to.
    var stops: [Int?]?
    var index: TimelineIndex?
  }

  /// The memory before the run, and what was counted in it.
  private let start = Mailbox<(memory: Memory, census: PageblockCensus)>()
  private let delivery = Mutex(Delivery())
  private let isCancelled = Atomic(false)
  private let somethingIsThere = Signal()
  private let wake: @Sendable () -> Void

  /// - Parameters:
  ///   - prefix: what of the run has been recorded already, up to one of its quiet points; it is taken over, and
  ///     only what comes behind it is made.
  ///   - wake: called on the thread whenever there is something to take.
  init(_ recipe: RunRecipe, goingOnFrom prefix: Recording, wake: @escaping @Sendable () -> Void) {
    self.wake = wake
    BackgroundThread.start("recording") { [self] in work(recipe, prefix) }
  }

  /// The memory comes before anything that is recorded, and once.
  func takeStart() -> sending (memory: Memory, census: PageblockCensus)? { start.take() }

  func take() -> Delivery {
    delivery.withLock { delivery in
      defer { delivery = Delivery() }
      return delivery
    }
  }

  /// Nobody waits any more: what is being made is left as it is.
  func cancel() { isCancelled.store(true, ordering: .releasing) }

  /// Waits until something has been made that was not waited for yet.
  func waitForDelivery(atMost limit: Duration? = nil) { somethingIsThere.wait(atMost: limit) }

  private var isWanted: Bool { !isCancelled.load(ordering: .acquiring) }

  private func hand(_ change: @Sendable (inout Delivery) -> Void) {
    guard isWanted else { return }
    delivery.withLock { change(&$0) }
    announce()
  }

  private func announce() {
    somethingIsThere.send()
    wake()
  }

  private func work(_ recipe: RunRecipe, _ prefix: Recording) {
    let (memory, run) = recipe.start()
    let copy = memory.copy()
    let census = PageblockCensus(of: copy)
    guard isWanted else { return }
    start.post((copy, census))
    announce()

    var growing = prefix
    hand { $0.chunks = prefix.chunks }
    prefix.replay(on: memory)
    run.record(
      on: memory, goingOnFrom: prefix, isWanted: { self.isWanted },
      publish: { chunk in
        growing.append(chunk)
        self.hand { $0.chunks.append(chunk) }
      })
    guard isWanted else { return }
    growing.complete()
    let recording = growing
    let stops = recipe.stops(in: recording, scale: memory.scale)
    hand {
      $0.isComplete = true
      $0.stops = stops
    }
    let index = TimelineIndex(recording: recording, playingBack: memory) { !self.isWanted }
    hand { $0.index = index }
  }
}
