import Synchronization

/// A place for one value that one thread leaves and another takes: the latest wins, nobody waits.
public final class Mailbox<Value: Sendable>: Sendable {
  private let content = Mutex<Value?>(nil)

  public init() {}

  /// Leaves `value`, in place of one that nobody has taken.
  public func post(_ value: Value) {
    content.withLock { $0 = value }
  }

  /// The value left since the last time, once.
  public func take() -> Value? {
    content.withLock { value in
      defer { value = nil }
      return value
    }
  }
}
