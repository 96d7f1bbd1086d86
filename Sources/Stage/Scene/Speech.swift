/// What is said to a room: the sentences of a stop of the lesson, or of a step.
public struct Speech: Equatable, Sendable {
  /// At most two sentences or so.
  public var sentences: [String]
  /// Where not all of it finds room at once: the second part is seen.
  public var isAtSecond: Bool
  /// Everything that has its turn in the same place, which is as high as the longest of it wants.
  public var others: [String]
  /// The stop of the lesson, from 1, and how many it has.
  public var stop: Stop?

  public struct Stop: Equatable, Sendable {
    public var number: Int
    public var count: Int
    public init(number: Int, count: Int) {
      self.number = number
      self.count = count
    }
  }

  public init(sentences: [String], isAtSecond: Bool = false, others: [String] = [], stop: Stop? = nil) {
    self.sentences = sentences
    self.isAtSecond = isAtSecond
    self.others = others
    self.stop = stop
  }
}
