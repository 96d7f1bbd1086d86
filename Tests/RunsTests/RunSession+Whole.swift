import Runs

extension RunSession {
  /// Takes over the whole run, and gives all that was said of it.
  @discardableResult
  func receiveAll() -> [RunNews] {
    var all: [RunNews] = []
    while playhead?.recording.isComplete != true {
      waitForDelivery()
      all += receive()
    }
    return all
  }
}
