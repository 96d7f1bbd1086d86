/// An entry of the line that says what can be pressed now.
public struct KeyHint: Equatable, Sendable {
  /// As on the keyboard: "Shift →".
  public var key: String
  /// What it does, in a word or two.
  public var does: String
  public init(key: String, does: String) {
    self.key = key
    self.does = does
  }
}
