/// What the bar on top says.
public struct Title: Equatable, Sendable {
  /// A branch by its name, and by its name and where it began, for where there is room.
  public struct Branch: Equatable, Sendable {
    public var name: String
    public var full: String
    public init(name: String, full: String) {
      self.name = name
      self.full = full
    }
  }

  /// Number of the lesson, if it is one.
  public var number: Int?
  public var name: String
  /// At most two lines: what is run, and at what scale.
  public var facts: [String]
  public var isPlaying: Bool
  /// 1 is the speed at which a motion lasts about half a second; nil where nothing can be played.
  public var speed: Double?
  /// Steps done; 0 is before the first.
  public var step: Int?
  /// Steps of the whole run; nil while it is still being recorded.
  public var steps: Int?
  /// The stop of a lesson that we are at or have passed, from 1, and how many it has.
  public struct Stop: Equatable, Sendable {
    public var number: Int
    public var count: Int
    public init(number: Int, count: Int) {
      self.number = number
      self.count = count
    }
  }
  public var stop: Stop?
  /// What stands at the right end where there is no step.
  public var note: String?
  /// The map is shown as it was before the step.
  public var isBefore = false
  /// Which branch of the run it is; nil as long as there is but one.
  public var branch: Branch?
  public init(
    number: Int? = nil, name: String, facts: [String] = [], isPlaying: Bool = false, speed: Double? = nil,
    step: Int? = nil, steps: Int? = nil
  ) {
    self.number = number
    self.name = name
    self.facts = facts
    self.isPlaying = isPlaying
    self.speed = speed
    self.step = step
    self.steps = steps
  }
}
