/// What is known of the thing under the inspector.
public struct Inspector: Equatable, Sendable {
  public enum Line: Equatable, Sendable {
    /// What the lines below it are about.
    case section(String)
    case fact(name: String, value: String)
    /// Something that happens to it at a step of the run.
    case event(step: Int, text: String)
  }

  /// The thing's name.
  public var title: String
  public var lines: [Line]
  /// The line that Enter follows, from 0; nil while the inspector is only looked at.
  public var selection: Int?
  /// The line that must be seen where not all find room.
  public var focus: Int
  /// The step that the run is at: what comes later is dimmed.
  public var step: Int

  public init(title: String, lines: [Line], selection: Int? = nil, focus: Int = 0, step: Int = 0) {
    self.title = title
    self.lines = lines
    self.selection = selection
    self.focus = focus
    self.step = step
  }
}
