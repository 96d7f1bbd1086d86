import Simulation

/// All events of a run for other programs to read, with the columns of the list on screen.
public struct EventListing {
  public enum Format: Sendable {
    /// An object a line.
    case json
    /// A table with its names in the first line.
    case csv
  }

  private let events: [ListedEvent]

  /// Makes the run.
  public init(of recipe: RunRecipe) {
    let (memory, run) = recipe.start()
    events = run.record(on: memory).listedEvents(run.version)
  }

  /// Writes all events, many lines at a time: a board's run has hundreds of thousands.
  public func write(as format: Format, to write: (String) -> Void) {
    var text = format == .csv ? Self.line(Self.columns) : ""
    for event in events {
      text += format == .csv ? Self.row(event) : Self.object(event)
      guard text.utf8.count > 1 << 16 else { continue }
      write(text)
      text = ""
    }
    write(text)
  }

  private static let own = ["step", "task", "event", "start_pfn", "end_pfn"]
  /// Every figure that any event has, under the kernel's name.
  private static let figures = [
    "nr_scanned", "nr_taken", "nr_migrated", "nr_failed", "nr_succeeded", "migrate_pfn", "free_pfn", "zone",
    "order", "priority", "mode", "status", "ret", "order_failed", "consider", "limit",
  ]
  static let columns = own + figures

  /// Name and value of what an event has.
  private static func fields(_ line: ListedEvent) -> [(name: String, value: EventColumns.Figure)] {
    let columns = EventColumns(line.event)
    var fields: [(name: String, value: EventColumns.Figure)] = [
      ("step", .number(line.step)), ("task", .word(line.task.listedName)), ("event", .word(columns.name)),
    ]
    if let pages = columns.pages {
      fields += [("start_pfn", .pfn(pages.lowerBound)), ("end_pfn", .pfn(pages.upperBound))]
    }
    return fields + columns.figures
  }

  private static func object(_ event: ListedEvent) -> String {
    "{" + fields(event).map { "\"\($0.name)\":\($0.value.json)" }.joined(separator: ",") + "}\n"
  }

  private static func row(_ event: ListedEvent) -> String {
    let fields = fields(event)
    return line(columns.map { column in fields.first { $0.name == column }?.value.csv ?? "" })
  }

  private static func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\n" }
}

extension EventColumns.Figure {
  /// Page frames are plain numbers here: other programs add and compare them.
  fileprivate var csv: String {
    switch self {
    case .number(let number), .pfn(let number): String(number)
    case .word(let word): word
    }
  }
  fileprivate var json: String {
    if case .word(let word) = self { "\"\(word)\"" } else { csv }
  }
}
