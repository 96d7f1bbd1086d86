import Simulation

/// The one object that a step is about, marked until the next step.
public struct StepMark: Equatable, Sendable {
  public var pages: Range<Pfn>
  /// What happened to it, in a word or two.
  public var label: String
  public var voice: Explanation.Voice
  public init(pages: Range<Pfn>, label: String, voice: Explanation.Voice) {
    self.pages = pages
    self.label = label
    self.voice = voice
  }
}
