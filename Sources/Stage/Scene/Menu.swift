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
  public var sections: [Section]
  /// The chosen item, counted from 0 through all sections.
  public var selection: Int
  public init(sections: [Section], selection: Int = 0) {
    self.sections = sections
    self.selection = selection
  }
}
