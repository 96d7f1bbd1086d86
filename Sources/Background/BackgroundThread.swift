import Foundation

/// Work on a thread of its own, for as long as the work takes.
public enum BackgroundThread {
  /// Begins the work.
  /// - Parameter name: what the system's tools call the thread; its first 15 characters.
  public static func start(_ name: String, work: @escaping @Sendable () -> Void) {
    // A thread that runs before Foundation knows of it would give its name to nobody.
    let isKnown = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      isKnown.wait()
      Thread.current.name = String(name.prefix(15))
      work()
    }
    isKnown.signal()
  }
}
