import Foundation

/// Work done behind the window, one piece after the other in the order in which it was given.
public struct SerialQueue: Sendable {
  private let queue: DispatchQueue

  /// - Parameters:
  ///   - name: what a debugger calls it.
  ///   - isAwaited: somebody waits for what it makes.
  public init(_ name: String, isAwaited: Bool = false) {
    queue = DispatchQueue(label: name, qos: isAwaited ? .userInitiated : .unspecified)
  }

  /// Has the work done soon, or once `delay` is over.
  public func add(after delay: Duration = .zero, _ work: @escaping @Sendable () -> Void) {
    guard delay > .zero else { return queue.async(execute: work) }
    queue.asyncAfter(deadline: .now() + delay / .seconds(1), execute: work)
  }

  /// Waits until all that has been added without a delay is done, and then does the last of it here.
  public func finish(_ work: () -> Void = {}) { queue.sync(execute: work) }
}
