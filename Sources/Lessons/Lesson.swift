import Simulation

/// A lesson: a scenario or a board, and stops along its run.
public struct Lesson: Equatable, Sendable {
  /// The file's name without number and extension: `two-scanners-converge`.
  public var id: String
  /// The number that the file's name begins with.
  public var number: Int
  public var title: String
  /// How long it takes, in minutes.
  public var minutes: Int
  public var subject: Subject
  /// The kernel to follow, where the lesson wants another than its scenario.
  public var kernel: KernelVersion?
  /// What the learner will be able to do.
  public var youWill: [String]
  public var stops: [Stop]

  /// What memory the lesson is about.
  public enum Subject: Equatable, Sendable {
    /// The name of a scenario of `Lessons/Scenarios`.
    case scenario(String)
    /// The name of a board of `Assets/Boards`.
    case board(String)
  }

  /// A place in the run with something to say.
  public struct Stop: Equatable, Sendable {
    public var title: String
    /// At most two sentences and forty words.
    public var text: [TextRun]
    /// Where in the run it is.
    public var until: Moment
    public var pointAt: Pointer?
    /// Line of the lesson's file, for what only the run can tell to be wrong.
    public var line: Int

    /// The text without its styles.
    public var plainText: String { text.map(\.text).joined() }
  }
}

/// What a stop draws attention to.
public enum Pointer: Equatable, Sendable {
  case map, migrateScanner, freeScanner, zoneStrip, lane, freeBlocks, suitability, counters
  case explanation, pseudocode, timeline
  /// The pageblock that holds the page.
  case pageblock(Pfn)
  case page(Pfn)
}
