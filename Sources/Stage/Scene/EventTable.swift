/// The run as a list: the rows around the chosen one, of a list that may be millions long.
public struct EventTable: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    public var step: Int
    public var what: String
    /// Names of what the kernel traces there; empty for nothing.
    public var traced: String
    public init(step: Int, what: String, traced: String) {
      self.step = step
      self.what = what
      self.traced = traced
    }
  }

  /// What has been typed to choose among the steps.
  public var filter: String
  /// Rows that match, and steps of the whole run.
  public var count: Int
  public var total: Int
  /// The chosen row, from 0.
  public var selection: Int
  /// The rows from `first` on: as many as any window can show.
  public var first: Int
  public var rows: [Row]
  /// What more is to be said of the chosen row, line by line.
  public var detail: [String]
  /// Why there is no row; empty where there are some.
  public var note: String

  public init(
    filter: String, count: Int, total: Int, selection: Int, first: Int, rows: [Row], detail: [String]
  ) {
    self.filter = filter
    self.count = count
    self.total = total
    self.selection = selection
    self.first = first
    self.rows = rows
    self.detail = detail
    note = ""
  }

  /// Nothing is listed.
  public init(filter: String, total: Int, note: String) {
    self.init(filter: filter, count: 0, total: total, selection: 0, first: 0, rows: [], detail: [])
    self.note = note
  }
}
