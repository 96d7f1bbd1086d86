/// What is said to a room: the sentences of a stop of the lesson, or of a step.
public struct Speech: Equatable, Sendable {
  /// At most two sentences or so.
  public var sentences: [String]
  /// Where not all of it finds room at once: the second part is seen.
  public var isAtSecond: Bool
  /// Everything that has its turn in the same place, which is as high as the longest of it wants.
  public var others: [String]

  public init(sentences: [String], isAtSecond: Bool = false, others: [String] = []) {
    self.sentences = sentences
    self.isAtSecond = isAtSecond
    self.others = others
  }
}
