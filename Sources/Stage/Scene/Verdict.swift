/// Will it run? What the kernel weighs before it compacts a zone.
public struct Verdict: Equatable, Sendable {
  public enum Answer: Equatable, Sendable {
    /// Asked for by hand, nothing to decide.
    case manualAlways
    case yes
    /// A free block of the order is there already.
    case notNeeded
    /// Too few free pages to move anything.
    case tooFewPages
    /// It is lack of memory, not fragmentation.
    case notFragmented
    case deferred

    var isGood: Bool { self == .manualAlways || self == .yes }
  }

  public var answer: Answer
  /// Pages.
  public var free: Int
  public var min: Int
  public var low: Int
  public var high: Int
  /// Free pages needed above the mark, to move with; nil where nothing is decided.
  public var gap: Int?
  /// The mark that counts: low, or min for small orders; in pages, with what raises it.
  public var mark: Int?
  public var markIsLow: Bool
  /// Thousandths, with the threshold it is held against; nil where nothing is decided.
  public var fragmentationIndex: Int?
  public var threshold: Int?
  public init(
    answer: Answer, free: Int, min: Int, low: Int, high: Int, gap: Int? = nil, mark: Int? = nil,
    markIsLow: Bool = true, fragmentationIndex: Int? = nil, threshold: Int? = nil
  ) {
    self.answer = answer
    self.free = free
    self.min = min
    self.low = low
    self.high = high
    self.gap = gap
    self.mark = mark
    self.markIsLow = markIsLow
    self.fragmentationIndex = fragmentationIndex
    self.threshold = threshold
  }
}
