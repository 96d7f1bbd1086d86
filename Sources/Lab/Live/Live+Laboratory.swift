import Stage

/// A running machine beside the simulated one.
extension Laboratory {
  /// Begins to read a running machine's files.
  /// - Parameter source: a folder or file with copies of them, or `command:LINE`.
  public func startLive(_ source: String) {
    live = LiveMachine(source, wake: wake)
  }

  func liveStatus() -> LiveStatus? {
    live?.buddyInfo.status(words: content.words)
  }
}
