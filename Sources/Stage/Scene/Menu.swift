/// What can be opened: lessons, boards.
public struct Menu: Equatable, Sendable {
  public struct Item: Equatable, Sendable {
    public var name: String
    public var detail: String
    public init(name: String, detail: String = "") {
      self.name = name
      self.detail = detail
    }
  }
  public struct Section: Equatable, Sendable {
    public var heading: String
    public var items: [Item]
    public init(heading: String, items: [Item]) {
      self.heading = heading
      self.items = items
    }
  }
  /// What is typed leaves of a list.
  public struct Filter: Equatable, Sendable {
    public var typed: String
    /// That something can be typed, or that nothing matches.
    public var hint: String
    public init(typed: String, hint: String) {
      self.typed = typed
      self.hint = hint
    }
  }
  public var sections: [Section]
  /// The chosen item, counted from 0 through all sections.
  public var selection: Int
  /// Nil where nothing can be typed.
  public var filter: Filter?
  public init(sections: [Section], selection: Int = 0, filter: Filter? = nil) {
    self.sections = sections
    self.selection = selection
    self.filter = filter
  }
}
