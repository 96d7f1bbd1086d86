/// All keys and what they do.
public struct KeyTable: Equatable, Sendable {
  public struct Section: Equatable, Sendable {
    public var heading: String
    public var rows: [KeyHint]
    public init(heading: String, rows: [KeyHint]) {
      self.heading = heading
      self.rows = rows
    }
  }

  public var sections: [Section]
  /// The chosen row, counted from 0 through all sections.
  public var selection: Int
  public init(sections: [Section], selection: Int = 0) {
    self.sections = sections
    self.selection = selection
  }
}
