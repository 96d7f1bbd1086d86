import CSDL
import Synchronization

/// Ends the window's wait for events, from any thread.
public final class Waker: Sendable {
  /// The kind of event that SDL gave us for our own use.
  let eventType = SDL_RegisterEvents(1)
  private let isPending = Atomic(false)
  /// Held while SDL is called: the window must not go away meanwhile.
  private let isOpen = Mutex(true)

  /// Makes `Window.waitEvents` return with a `wake`. Many calls before it does so are one; nothing happens when
  /// the window is gone.
  public func wake() {
    guard !isPending.exchange(true, ordering: .acquiringAndReleasing) else { return }
    let isPushed = isOpen.withLock { isOpen in
      guard isOpen else { return false }
      var event = SDL_Event()
      event.type = eventType
      return SDL_PushEvent(&event) >= 0
    }
    if !isPushed { isPending.store(false, ordering: .releasing) }
  }

  /// From now on wakes are for nobody.
  func close() { isOpen.withLock { $0 = false } }

  /// The wake arrived; later calls make a new one.
  func arrived() { isPending.store(false, ordering: .releasing) }
}
