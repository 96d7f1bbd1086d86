import Background
import Foundation
import Synchronization

/// Notices that the terminal or the system asks the program to end: Ctrl-C, `kill`, a terminal that was
/// closed, Ctrl-\. The first such signal is only noted, so that everything can be saved; a second one of its kind
/// ends the program at once.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  private static let received = Atomic(false)
  private static let listener = Mutex<(@Sendable () -> Void)?>(nil)

  /// Rung by the signal handler, which may call hardly anything else.
  nonisolated(unsafe) private static let bell: UnsafeMutablePointer<sem_t> = {
    let bell = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    sem_init(bell, 0, 0)
    return bell
  }()

  private static let bellWatcher: Void = BackgroundThread.start("signals") {
    while true {
      if sem_wait(bell) == 0 { listener.withLock { $0 }?() }
    }
  }

  /// A signal came since `watch`.
  static var hasArrived: Bool { received.load(ordering: .acquiring) }

  /// From now on `notify` is called, on another thread, when a signal has come.
  static func watch(_ notify: @escaping @Sendable () -> Void) {
    _ = bellWatcher
    received.store(false, ordering: .releasing)
    listener.withLock { $0 = notify }
    install { _ in
      Interruption.received.store(true, ordering: .releasing)
      sem_post(Interruption.bell)
    }
  }

  /// Signals end the program again.
  static func stopWatching() {
    install(SIG_DFL)
    listener.withLock { $0 = nil }
  }

  private static func install(_ handler: __sighandler_t?) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_RESTART | Int32(truncatingIfNeeded: SA_RESETHAND)
    for signal in signals { sigaction(signal, &action, nil) }
  }
}
