import Runs

/// Something that can be opened.
public struct MenuEntry: Equatable, Sendable {
  public enum Section: CaseIterable, Equatable, Sendable {
    case leftOff, lessons, boards, scenarios, about, saved
  }
  public enum Opening: Equatable, Sendable {
    /// From its beginning.
    case run(RunTarget)
    /// Where it was left.
    case place(RunPlace)
    case sheet(Sheets.Subject)
  }

  public var section: Section
  /// Of a lesson.
  public var number: Int?
  public var name: String
  public var detail: String
  public var opens: Opening
}
