extension Laboratory {
  /// Another display was asked for, but there is one only.
  public func sayNoOtherDisplay() { send(.failed(content.words("message.one-display"))) }
}
