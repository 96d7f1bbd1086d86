import KernelInterface
import Stage

/// A running machine beside the simulated one.
extension Laboratory {
  /// Begins to read a running machine's buddyinfo, this one's if nothing else is said.
  public func startLive(_ origin: LiveOrigin = .file("/proc/buddyinfo")) {
    live = LiveBuddyInfo(origin, wake: wake)
  }

  func liveStatus() -> LiveStatus? {
    live?.status(words: content.words)
  }
}
