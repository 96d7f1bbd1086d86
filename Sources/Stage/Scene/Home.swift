/// The first screen: where to go on or to begin, the course, what else can be opened, and a run that plays.
public struct Home: Equatable, Sendable {
  /// What the one obvious key does.
  public struct Card: Equatable, Sendable {
    /// That something is gone on with, or begun.
    public var heading: String
    /// Of a lesson.
    public var number: Int?
    public var name: String
    /// Where in it one was, or how long it takes.
    public var detail: String
    /// How long ago it was left; empty for nothing that was.
    public var since: String
    public init(heading: String, number: Int? = nil, name: String, detail: String, since: String = "") {
      self.heading = heading
      self.number = number
      self.name = name
      self.detail = detail
      self.since = since
    }
  }

  /// A lesson of the course.
  public struct Lesson: Equatable, Sendable {
    public enum Progress: Equatable, Sendable {
      case none
      /// So many of its stops have been come to.
      case stops(Int, of: Int)
      case done(String)
      /// Why it can't be opened.
      case fault(String)
    }
    public var number: Int?
    public var name: String
    public var progress: Progress
    /// How long it takes.
    public var detail: String
    public init(number: Int?, name: String, progress: Progress, detail: String) {
      self.number = number
      self.name = name
      self.progress = progress
      self.detail = detail
    }
  }

  /// Things of a kind that can be opened.
  public struct Group: Equatable, Sendable {
    public var heading: String
    public var detail: String
    public var names: [String]
    public init(heading: String, detail: String, names: [String]) {
      self.heading = heading
      self.detail = detail
      self.names = names
    }
  }

  /// A run on its way; it is looked at only.
  public struct Film: Equatable, Sendable {
    public var map: PageMap
    /// What is to be seen in it.
    public var caption: String
    public var name: String
    /// The key that stops it, or lets it go on; nil where it stands still for good.
    public var key: KeyHint?
    public init(map: PageMap, caption: String, name: String, key: KeyHint?) {
      self.map = map
      self.caption = caption
      self.name = name
      self.key = key
    }
  }

  /// This machine, as its own files say; looked at only.
  public struct Machine: Equatable, Sendable {
    public var heading: String
    /// Nil before anything was read.
    public var status: LiveStatus?
    /// What it is, and what of it is free; empty while nobody knows.
    public var text: String
    public init(heading: String, status: LiveStatus?, text: String) {
      self.heading = heading
      self.status = status
      self.text = text
    }
  }

  public var card: Card?
  public var heading: String
  /// How many lessons there are, and how long all take.
  public var detail: String
  public var lessons: [Lesson]
  public var groups: [Group]
  public var film: Film?
  public var machine: Machine?
  /// The chosen one of all that can be opened: card, lessons and groups are counted through from 0.
  public var selection: Int

  public init(
    card: Card?, heading: String, detail: String, lessons: [Lesson], groups: [Group], film: Film? = nil,
    machine: Machine? = nil, selection: Int = 0
  ) {
    self.card = card
    self.heading = heading
    self.detail = detail
    self.lessons = lessons
    self.groups = groups
    self.film = film
    self.machine = machine
    self.selection = selection
  }
}
