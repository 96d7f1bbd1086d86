import Foundation

/// Wakes a thread that waits. What is sent while nobody waits is kept, as often as it was sent.
public struct Signal: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  public init() {}

  public func send() { semaphore.signal() }

  /// Waits for the next signal that nobody has waited for yet.
  /// - Parameter limit: how long at most; nil for as long as it takes.
  /// - Returns: whether it came.
  @discardableResult
  public func wait(atMost limit: Duration? = nil) -> Bool {
    semaphore.wait(timeout: limit.map { .now() + $0 / .seconds(1) } ?? .distantFuture) == .success
  }
}
