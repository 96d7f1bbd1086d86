import Background
import Foundation
import Synchronization

/// Reads a file or asks a command again and again on a thread of its own, and leaves each reading in a mailbox.
///
/// The first reading is made at once. Stopping, or letting go of the source, ends the thread.
public final class LiveSource<Value: KernelFile>: Sendable {
  /// Where the latest reading lies until it is taken.
  public let mailbox: Mailbox<Sample<Value>>
  private let loop: ReadingLoop<Value>

  /// Starts reading.
  /// - Parameters:
  ///   - interval: between readings.
  ///   - wake: called on the reading thread after each reading; it should only wake the loop that takes them.
  public init(
    _ origin: LiveOrigin, interval: Duration = .seconds(1), files: FileReading = .system,
    wake: @escaping @Sendable () -> Void
  ) {
    mailbox = Mailbox()
    loop = ReadingLoop(origin: origin, interval: interval, files: files, mailbox: mailbox, wake: wake)
    BackgroundThread.start("live source") { [loop] in loop.run() }
  }

  deinit { stop() }

  /// The time between readings, at least a hundredth of a second. A change takes effect at once.
  public var interval: Duration {
    get { loop.interval.withLock { $0 } }
    set {
      loop.interval.withLock { $0 = newValue }
      loop.signal.send()
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
  let interval: Mutex<Duration>
  let signal = Signal()
  private let stopping = Atomic(false)
  private let ended = Signal()
  private let origin: LiveOrigin
  private let files: FileReading
  private let mailbox: Mailbox<Sample<Value>>
  private let wake: @Sendable () -> Void

  init(
    origin: LiveOrigin, interval: Duration, files: FileReading, mailbox: Mailbox<Sample<Value>>,
    wake: @escaping @Sendable () -> Void
  ) {
    self.origin = origin
    self.interval = Mutex(interval)
    self.files = files
    self.mailbox = mailbox
    self.wake = wake
  }

  func run() {
    while !stopping.load(ordering: .acquiring) {
      mailbox.post(sample())
      wake()
      let interval = max(.milliseconds(10), interval.withLock { $0 })
      signal.wait(atMost: interval)
    }
    ended.send()
  }

  func stop() {
    guard !stopping.exchange(true, ordering: .acquiringAndReleasing) else { return }
    signal.send()
    ended.wait()
  }

  private func sample() -> Sample<Value> {
    let result: Result<Value, FileFailure>
    do throws(FileFailure) {
      let bytes = try read()
      do throws(FormatError) {
        result = .success(try Value(recognizing: bytes, file: origin.name))
      } catch {
        result = .failure(.malformed(error))
      }
    } catch {
      result = .failure(error)
    }
    return Sample(origin: origin, time: files.monotonicTime(), result: result)
  }

  private func read() throws(FileFailure) -> [UInt8] {
    switch origin {
    case .file(let path): try files.contents(path)
    case .command(let line):
      try files.output(line) { stopping.load(ordering: .acquiring) }
    }
  }
}
