import Synchronization

/// A place for one message that one thread leaves and another takes: the latest wins, nobody waits.
///
/// A message need not be Sendable: who posts it keeps nothing of it, and it is taken once.
public final class Mailbox<Message>: Sendable {
  private let lock = Mutex(())
  /// What lies here belongs to nobody: `post` is handed it whole and `take` gives it away. The compiler does
  /// not follow it into a closure, so it is told; it is touched under the lock only.
  nonisolated(unsafe) private var message: Message?

  public init() {}

  /// Leaves `message`, in place of one that nobody has taken.
  public func post(_ message: sending Message) {
    lock.withLock { _ in self.message = message }
  }

  /// The message left since the last time, once.
  public func take() -> sending Message? {
    lock.withLock { _ in
      defer { message = nil }
      return message
    }
  }
}
