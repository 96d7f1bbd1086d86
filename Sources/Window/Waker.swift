import CSDL
import Synchronization

/// Ends the window's wait for events, from any thread.
public final class Waker: Sendable {
  /// The kind of event that SDL gave us for our own use.
  let eventType = SDL_RegisterEvents(1)
  private let isPending = Atomic(false)

  /// Makes `Window.waitEvents` return with a `wake`. Many calls before it does so are one.
  public func wake() {
    guard !isPending.exchange(true, ordering: .acquiringAndReleasing) else { return }
    var event = SDL_Event()
    event.type = eventType
    if SDL_PushEvent(&event) < 0 { isPending.store(false, ordering: .releasing) }
  }

  /// The wake arrived; later calls make a new one.
  func arrived() { isPending.store(false, ordering: .releasing) }
}
