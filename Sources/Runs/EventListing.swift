import Simulation
import Words

/// The run as a list for other programs to read: every step, with what the window says of it and with what the kernel
/// traces there, in columns.
public struct EventListing {
  public enum Format: Sendable {
    /// An object a line.
    case json
    /// A table with its names in the first line.
    case csv
  }

  private let playhead: Playhead
  private let version: KernelVersion
  private let words: Catalogue

  /// Makes the run.
  public init(of recipe: RunRecipe, words: Catalogue) {
    let (memory, run) = recipe.start()
    playhead = Playhead(memory: memory, recording: run.record(on: memory.copy()))
    version = run.version
    self.words = words
  }

  /// Writes all steps, many lines at a time: a board's run has millions. A step at which the kernel traces several
  /// things has as many lines.
  public func write(as format: Format, to write: (String) throws -> Void) rethrows {
    var text = format == .csv ? Self.line(Self.columns) : ""
    var events = playhead.recording.events[...]
    playhead.seek(to: 0)
    while playhead.forward(), let step = playhead.lastStep {
      let said = StepWords(step, in: playhead.memory, words: words)
      let traced = events.prefix { $0.step == playhead.step }
      events = events.dropFirst(traced.count)
      let own = Self.fields(playhead.step, step.rule, said)
      let lines = traced.isEmpty ? [[]] : traced.map(fields)
      for line in lines {
        let fields = own.first + line + own.last
        text += format == .csv ? Self.row(fields) : Self.object(fields)
      }
      guard text.utf8.count > 1 << 16 else { continue }
      try write(text)
      text = ""
    }
    try write(text)
  }

  private static let own = ["step", "task", "event", "start_pfn", "end_pfn"]
  /// Every figure that any event has, under the kernel's name.
  private static let figures = [
    "nr_scanned", "nr_taken", "nr_migrated", "nr_failed", "nr_succeeded", "migrate_pfn", "free_pfn", "zone",
    "order", "priority", "mode", "status", "ret", "order_failed", "consider", "limit",
  ]
  static let columns = own + figures + ["rule", "said"]

  private typealias Fields = EventColumns.Figures

  /// What every step has, before and behind what is traced.
  private static func fields(_ step: Int, _ rule: Rule, _ said: StepWords) -> (first: Fields, last: Fields) {
    ([("step", .number(step))], [("rule", .word("\(rule)")), ("said", .text(said.line))])
  }

  /// What the kernel traces.
  private func fields(of event: RunEvent) -> Fields {
    let line = ListedEvent(event, version: version)
    let columns = EventColumns(line.event)
    let pages: Fields =
      columns.pages.map { [("start_pfn", .pfn($0.lowerBound)), ("end_pfn", .pfn($0.upperBound))] } ?? []
    return [("task", .word(line.task.listedName)), ("event", .word(columns.name))] + pages + columns.figures
  }

  private static func object(_ fields: Fields) -> String {
    "{" + fields.map { "\"\($0.name)\":\($0.value.json)" }.joined(separator: ",") + "}\n"
  }

  private static func row(_ fields: Fields) -> String {
    line(columns.map { column in fields.first { $0.name == column }?.value.csv ?? "" })
  }

  private static func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\n" }
}

extension EventColumns.Figure {
  /// Page frames are plain numbers here: other programs add and compare them.
  fileprivate var csv: String {
    switch self {
    case .number(let number), .pfn(let number): String(number)
    case .word(let word): word
    case .text(let text): "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
  }
  fileprivate var json: String {
    switch self {
    case .number, .pfn: csv
    case .word(let word): "\"\(word)\""
    case .text(let text):
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
  }
}
