import Background
import Foundation
import Lessons
import Scenarios
import Simulation
import Synchronization

/// Makes a memory and records its run on a thread of its own: first the memory is handed over, then the
/// run chunk by chunk, at last the shortcuts through it.
final class RecordingJob: Sendable {
  /// What has been made since it was last asked for.
  struct Delivery: Sendable {
    /// The memory before the run, and its census.
    var start: (memory: HandedMemory, census: PageblockCensus)?
    var chunks: [ChangeChunk] = []
    /// The chunks delivered so far are the whole run.
    var isComplete = false
    /// Steps of the lesson's stops, in the lesson's order; nil for one that the run doesn't come to.
    var stops: [Int?]?
    var index: TimelineIndex?
  }

  /// A memory on its way from the thread that made it to the one that will own it; the maker keeps
  /// nothing of it.
  struct HandedMemory: @unchecked Sendable {
    let memory: Memory
  }

  private let delivery = Mutex(Delivery())
  private let isCancelled = Atomic(false)
  private let somethingIsThere = DispatchSemaphore(value: 0)
  private let wake: @Sendable () -> Void

  /// - Parameter wake: called on the thread whenever there is something to take.
  init(_ subject: RunSubject, wake: @escaping @Sendable () -> Void) {
    self.wake = wake
    BackgroundThread.start("recording") { [self] in work(subject) }
  }

  func take() -> Delivery {
    delivery.withLock { delivery in
      defer { delivery = Delivery() }
      return delivery
    }
  }

  /// Nobody waits any more: what is being made is left as it is.
  func cancel() { isCancelled.store(true, ordering: .releasing) }

  /// Waits until something has been made that was not waited for yet.
  func waitForDelivery(atMost limit: Duration? = nil) {
    _ = somethingIsThere.wait(
      timeout: limit.map { .now() + $0 / .seconds(1) } ?? .distantFuture)
  }

  private var isWanted: Bool { !isCancelled.load(ordering: .acquiring) }

  private func hand(_ change: @Sendable (inout Delivery) -> Void) {
    guard isWanted else { return }
    delivery.withLock { change(&$0) }
    somethingIsThere.signal()
    wake()
  }

  private func work(_ subject: RunSubject) {
    let memory = subject.source.makeMemory()
    let handed = HandedMemory(memory: Memory(copying: memory))
    let census = PageblockCensus(of: handed.memory)
    hand { $0.start = (handed, census) }
    guard isWanted else { return }

    var growing = Recording()
    subject.run.record(
      on: memory, isWanted: { self.isWanted },
      publish: { chunk in
        growing.append(chunk)
        self.hand { $0.chunks.append(chunk) }
      })
    guard isWanted else { return }
    growing.complete()
    let recording = growing
    let stops = subject.stops(in: recording, scale: memory.scale)
    hand {
      $0.isComplete = true
      $0.stops = stops
    }
    let index = TimelineIndex(recording: recording, playingBack: memory) { !self.isWanted }
    hand { $0.index = index }
  }
}
