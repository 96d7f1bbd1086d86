import Synchronization

/// Searches behind the window, one after the other: only the latest that was asked for goes on, and what it
/// finds is kept until another one has found something.
public final class LatestSearch<Subject: Equatable & Sendable, Finding: Sendable>: Sendable {
  private struct State {
    var finding: Finding?
    /// What is being looked for: by number, and whose; nil while nothing is.
    var number = 0
    var subject: Subject?
  }

  private let state = Mutex(State())
  private let queue: SerialQueue
  private let wake: @Sendable () -> Void

  /// - Parameter wake: called on another thread when something has been found.
  public init(_ name: String, wake: @escaping @Sendable () -> Void) {
    queue = SerialQueue(name, isAwaited: true)
    self.wake = wake
  }

  /// What was found last.
  public var latest: Finding? { state.withLock { $0.finding } }

  /// Keeps what was found without a search; one that is under way is not wanted any more.
  public func settle(_ finding: Finding) {
    state.withLock { state in
      state.finding = finding
      state.number += 1
      state.subject = nil
    }
  }

  /// Looks for a subject, unless that is being done already.
  /// - Parameter find: makes the search on another thread, and gives it up where `isStale` says so; what it
  ///   says then is left.
  public func begin(
    _ subject: Subject, _ find: @escaping @Sendable (_ isStale: () -> Bool) -> Finding
  ) {
    let number: Int? = state.withLock { state in
      if state.subject == subject { return nil }
      state.number += 1
      state.subject = subject
      return state.number
    }
    guard let number else { return }
    queue.add { [self] in
      let finding = find { state.withLock { $0.number != number } }
      let isNews = state.withLock { state in
        guard state.number == number else { return false }
        state.subject = nil
        state.finding = finding
        return true
      }
      if isNews { wake() }
    }
  }
}
