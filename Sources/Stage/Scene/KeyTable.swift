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
  public init(sections: [Section]) { self.sections = sections }
}
