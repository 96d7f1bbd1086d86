/// Something that can be opened.
public struct MenuEntry: Equatable, Sendable {
  /// What opening it opens.
  public enum Target: Equatable, Sendable {
    /// A lesson by its name.
    case lesson(String)
    /// A board or scenario by its name.
    case source(String)
  }
  public enum Section: CaseIterable, Equatable, Sendable { case leftOff, lessons, boards, scenarios }

  public var section: Section
  /// Of a lesson.
  public var number: Int?
  public var name: String
  public var detail: String
  public var target: Target
  /// Where to go on; nil to begin at the beginning.
  public var place: RunPlace?
}
