/// Another branch of the run beside the one on screen, at the same moment, and how the two compare.
public struct Beside: Equatable, Sendable {
  /// A branch: which one, where it stands, and what happened there.
  public struct Branch: Equatable, Sendable {
    public var name: String
    public var place: String
    public var event: String
    public init(name: String, place: String, event: String) {
      self.name = name
      self.place = place
      self.event = event
    }
  }
  /// A figure of both.
  public struct Figure: Equatable, Sendable {
    public var name: String
    public var own: Int
    public var other: Int
    /// Whether the name is one of the kernel's.
    public var isCounter: Bool
    public init(name: String, own: Int, other: Int, isCounter: Bool) {
      self.name = name
      self.own = own
      self.other = other
      self.isCounter = isCounter
    }
  }

  public var map: Scene.Map
  /// Whether the other one stands on the left.
  public var isLeft: Bool
  /// The branch on screen, which keys go to, and the other one.
  public var own: Branch
  public var other: Branch
  /// The most telling first.
  public var figures: [Figure]

  public init(map: Scene.Map, isLeft: Bool, own: Branch, other: Branch, figures: [Figure]) {
    self.map = map
    self.isLeft = isLeft
    self.own = own
    self.other = other
    self.figures = figures
  }

  /// Pages that look otherwise in one map than in the other, as ranges.
  public static func differences(_ one: Scene.Map, _ other: Scene.Map) -> [Range<Int>] {
    switch (one, other) {
    case (.pages(let one), .pages(let other)): one.differences(from: other)
    case (.board(let one), .board(let other)): one.differences(from: other)
    default: []
    }
  }
}

extension PageMap {
  fileprivate func differences(from other: PageMap) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    for run in runs {
      while index < other.runs.count, other.runs[index].start < run.start { index += 1 }
      if index < other.runs.count, other.runs[index] == run { continue }
      ranges.join(run.start..<run.start + run.count)
    }
    return ranges
  }
}

extension BoardMap {
  fileprivate func differences(from other: BoardMap) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (index, summary) in summaries.enumerated()
    where index < other.summaries.count && summary != other.summaries[index] {
      let start = base + index << pageblockOrder
      ranges.join(start..<start + 1 << pageblockOrder)
    }
    return ranges
  }
}

extension [Range<Int>] {
  /// Adds a range behind the others, as a part of the last one where it touches it.
  public mutating func join(_ range: Range<Int>) {
    if let last, last.upperBound == range.lowerBound {
      self[count - 1] = last.lowerBound..<range.upperBound
    } else {
      append(range)
    }
  }
}
