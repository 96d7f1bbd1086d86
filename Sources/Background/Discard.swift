import Foundation

/// Frees what nobody looks at any more on another thread: the system takes some thirty milliseconds to take
/// back the memory and the recording of a large board.
public func discard<Value>(_ value: consuming sending Value) {
  let last = Mailbox<Value>()
  last.post(value)
  // Not at once: whoever hands it over may hold it until it returns.
  DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + .milliseconds(20)) { _ = last.take() }
}
