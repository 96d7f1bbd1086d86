import KernelInterface
import Stage
import Words

/// A file of a running machine, the latest reading of it.
final class LiveReading<Value: KernelFile> {
  private let source: LiveSource<Value>
  private var sample: Sample<Value>?

  init(_ origin: LiveOrigin, wake: @escaping @Sendable () -> Void) {
    source = LiveSource(origin, wake: wake)
  }

  /// What the latest reading says, if there was something to read.
  var latest: Value? {
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
