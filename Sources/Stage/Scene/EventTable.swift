/// The run as a list: the rows around the chosen one, of a list that may be hundreds of thousands long.
public struct EventTable: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    public var step: Int
    public var task: String
    public var name: String
    /// The pages it is about, as pfn; empty for none.
    public var pages: String
    public var figures: String
    public init(step: Int, task: String, name: String, pages: String, figures: String) {
      self.step = step
      self.task = task
      self.name = name
      self.pages = pages
      self.figures = figures
    }
  }

  /// What has been typed to choose among the events.
  public var filter: String
  /// Rows that match, and events of the whole run.
  public var count: Int
  public var total: Int
  /// The chosen row, from 0.
  public var selection: Int
  /// The rows from `first` on: as many as any window can show.
  public var first: Int
  public var rows: [Row]

  public init(filter: String, count: Int, total: Int, selection: Int, first: Int, rows: [Row]) {
    self.filter = filter
    self.count = count
    self.total = total
    self.selection = selection
    self.first = first
    self.rows = rows
  }
}
