/// What the step did to its subject, marked until the next step.
public struct StepMark: Equatable, Sendable {
  /// What happened to it, in a word or two.
  public var label: String
  public var voice: Explanation.Voice
  public init(label: String, voice: Explanation.Voice) {
    self.label = label
    self.voice = voice
  }
}
