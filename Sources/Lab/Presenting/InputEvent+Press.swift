import Stage

extension InputEvent {
  /// Whether a person pressed something, a key that is held counting once.
  var isPress: Bool {
    switch self {
    case .key(_, _, let isRepeat): !isRepeat
    case .pointerDown: true
    default: false
    }
  }
}
