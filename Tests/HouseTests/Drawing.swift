/// The house as `Sources/README.md` draws it: the rows of its table of rooms.
struct Drawing {
  struct Room {
    var level: Int
    var names: [String]
    /// What it may import.
    var imports: [String]
  }
  var rooms: [Room]

  /// Reads rows of the form `| level | names | holds | imports |`, names in backticks.
  init(_ markdown: String) {
    rooms = markdown.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 6, let level = Int(cells[1].filter { !$0.isWhitespace }) else { return nil }
      return Room(level: level, names: Self.quoted(in: cells[2]), imports: Self.quoted(in: cells[4]))
    }
  }

  private static func quoted(in cell: Substring) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
