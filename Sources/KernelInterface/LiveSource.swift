import Foundation
import Synchronization

/// Reads one of this machine's files again and again on a thread of its own, and leaves each reading in a
/// mailbox.
///
/// The first reading is made at once. Stopping, or letting go of the source, ends the thread.
public final class LiveSource<Value: KernelFile>: Sendable {
  /// Where the latest reading lies until it is taken.
  public let mailbox: Mailbox<Sample<Value>>
  private let loop: ReadingLoop<Value>

  /// Starts reading.
  /// - Parameters:
  ///   - interval: seconds between readings.
  ///   - wake: called on the reading thread after each reading; it should only wake the loop that takes them.
  public init(
    path: String, interval: Double = 1, files: FileReading = .system, wake: @escaping @Sendable () -> Void
  ) {
    mailbox = Mailbox()
    loop = ReadingLoop(path: path, interval: interval, files: files, mailbox: mailbox, wake: wake)
    let thread = Thread { [loop] in loop.run() }
    thread.name = "live source"
    thread.start()
  }

  deinit { stop() }

  /// Seconds between readings, at least a hundredth. A change takes effect at once.
  public var interval: Double {
    get { loop.interval.withLock { $0 } }
    set {
      loop.interval.withLock { $0 = newValue }
      loop.signal.signal()
    }
  }

  /// Ends the reading and waits until the thread has left; a second call does nothing. Not to be called
  /// from `wake`.
  public func stop() {
    loop.stop()
  }
}

/// What the thread owns: it must not keep the source alive, or the source would never be let go of.
private final class ReadingLoop<Value: KernelFile>: Sendable {
  let interval: Mutex<Double>
  let signal = DispatchSemaphore(value: 0)
  private let stopping = Atomic(false)
  private let ended = DispatchSemaphore(value: 0)
  private let path: String
  private let files: FileReading
  private let mailbox: Mailbox<Sample<Value>>
  private let wake: @Sendable () -> Void

  init(
    path: String, interval: Double, files: FileReading, mailbox: Mailbox<Sample<Value>>,
    wake: @escaping @Sendable () -> Void
  ) {
    self.path = path
    self.interval = Mutex(interval)
    self.files = files
    self.mailbox = mailbox
    self.wake = wake
  }

  func run() {
    while !stopping.load(ordering: .acquiring) {
      mailbox.post(sample())
      wake()
      _ = signal.wait(timeout: .now() + max(0.01, interval.withLock { $0 }))
    }
    ended.signal()
  }

  func stop() {
    guard !stopping.exchange(true, ordering: .acquiringAndReleasing) else { return }
    signal.signal()
    ended.wait()
  }

  private func sample() -> Sample<Value> {
    let result: Result<Value, ReadFailure>
    do throws(ReadFailure) {
      let bytes = try files.contents(path)
      do throws(FormatError) {
        result = .success(try Value(parsing: bytes, file: path))
      } catch {
        result = .failure(.malformed(error))
      }
    } catch {
      result = .failure(error)
    }
    return Sample(path: path, nanoseconds: files.monotonicNanoseconds(), result: result)
  }
}
