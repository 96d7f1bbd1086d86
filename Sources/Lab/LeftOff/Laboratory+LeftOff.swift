import Words

extension Laboratory {
  /// Says what is wrong with what was left the last time, if anything is.
  public func say(_ left: LeftOffFile.Content) {
    guard case .damaged(let reason, let aside) = left else { return }
    let values: [String: Value] = ["reason": .text(reason), "file": .text(aside ?? "")]
    send(.failed(content.words(aside == nil ? "message.left-off-lost" : "message.left-off-damaged", values)))
  }
}
