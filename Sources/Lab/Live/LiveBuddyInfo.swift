import KernelInterface
import Stage
import Words

/// A running machine's `/proc/buddyinfo`, the latest reading of it.
final class LiveBuddyInfo {
  private let source: LiveSource<BuddyInfo>
  private var sample: Sample<BuddyInfo>?

  init(_ origin: LiveOrigin, wake: @escaping @Sendable () -> Void) {
    source = LiveSource(origin, wake: wake)
  }

  /// The counts of the latest reading, if there was something to read.
  var latest: BuddyInfo? {
    takeSample()
    return try? sample?.result.get()
  }

  /// Nil before the first reading.
  func status(words: Catalogue) -> LiveStatus? {
    takeSample()
    guard let sample else { return nil }
    switch sample.result {
    case .success:
      let age = sample.age(at: FileReading.system.monotonicTime())
      return .read(source: sample.origin.name, age: Int(age.components.seconds))
    case .failure(let failure): return .missing(reason: "\(failure)")
    }
  }

  private func takeSample() {
    if let taken = source.mailbox.take() { sample = taken }
  }
}
