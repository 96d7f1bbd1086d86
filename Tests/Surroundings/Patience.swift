import Foundation

/// Whether something comes true that another thread is about to do; asked for at most ten seconds.
public func comesTrue(_ condition: () -> Bool) -> Bool {
  for _ in 0..<1000 {
    if condition() { return true }
    Thread.sleep(forTimeInterval: 0.01)
  }
  return condition()
}
