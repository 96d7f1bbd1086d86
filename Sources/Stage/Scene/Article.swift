/// Something to be read: entries with a few columns of text each.
public struct Article: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public var title: String
    /// Small print below the title.
    public var notes: [String]
    /// One for each column.
    public var texts: [String]
    public init(title: String, notes: [String], texts: [String]) {
      self.title = title
      self.notes = notes
      self.texts = texts
    }
  }

  /// What each column of texts says.
  public var columns: [String]
  public var entries: [Entry]
  /// The chosen entry, from 0.
  public var selection: Int

  public init(columns: [String], entries: [Entry], selection: Int) {
    self.columns = columns
    self.entries = entries
    self.selection = selection
  }
}
