/// A line to type in.
public struct Prompt: Equatable, Sendable {
  /// What is asked for.
  public var label: String
  public var text: String
  /// What may be typed, or why what was typed means nothing here.
  public var hint: String
  public var isRefused: Bool
  /// The text is one that is offered: what is typed takes its place.
  public var isOffered: Bool
  public init(
    label: String, text: String, hint: String, isRefused: Bool = false, isOffered: Bool = false
  ) {
    self.label = label
    self.text = text
    self.hint = hint
    self.isRefused = isRefused
    self.isOffered = isOffered
  }
}
