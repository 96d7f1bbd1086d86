import Runs

/// Something that can be opened.
public struct MenuEntry: Equatable, Sendable {
  /// In the order in which they are counted through.
  public enum Section: CaseIterable, Equatable, Sendable {
    /// Where one was last, or where to begin.
    case card
    case lessons, boards, scenarios, saved
    /// Recordings and files from elsewhere that were left.
    case others
    case about
  }
  public enum Opening: Equatable, Sendable {
    /// From its beginning.
    case run(RunTarget)
    /// Where it was left.
    case place(RunPlace)
    case sheet(Sheets.Subject)
    /// It can't be read, and this says why.
    case fault(String)
  }

  public var section: Section
  /// Of a lesson.
  public var number: Int?
  public var name: String
  public var detail: String
  public var opens: Opening
  /// Where it was left; nil where it never was.
  public var left: RunPlace?
}

extension MenuEntry {
  /// What it opens, wherever in it; nil for what opens no run.
  var target: RunTarget? {
    switch opens {
    case .run(let target): target
    case .place(let place): place.target
    case .sheet, .fault: nil
    }
  }

  /// Whether it stands in the left column.
  var isOfCourse: Bool { section == .card || section == .lessons }
}
