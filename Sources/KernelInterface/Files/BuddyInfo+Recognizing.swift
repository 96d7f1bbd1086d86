extension BuddyInfo {
  /// Reads `/proc/buddyinfo`, with or without other lines around it, or the metrics page of a Prometheus
  /// node_exporter with its buddyinfo collector.
  public init(recognizing bytes: [UInt8], file: String) throws(FormatError) {
    let part = Self.part(of: bytes)
    var reader = LineReader(part, file: file)
    guard try reader.nextLine() else { throw Self.neither(file, line: nil) }
    if reader.skip(Metric.beginning) {
      try self.init(metrics: &reader)
    } else if reader.skip("Node ") {
      try self.init(parsing: part, file: file)
    } else {
      throw Self.neither(file, line: reader.line)
    }
  }

  private static func neither(_ file: String, line: Int?) -> FormatError {
    FormatError(
      file: file, line: line,
      problem: "neither /proc/buddyinfo nor node_exporter's node_buddyinfo_blocks; expected one of them")
  }

  /// Reads on after the first `node_buddyinfo_blocks{`. The page is sorted by name; zones come in the
  /// kernel's order again.
  private init(metrics reader: inout LineReader) throws(FormatError) {
    rows = []
    var more = true
    while more {
      try add(Metric(&reader), reader)
      more = try reader.nextLine() && reader.skip(Metric.beginning)
    }
    func place(_ row: Row) -> (Int, Int) {
      (row.node, ZoneInfo.zoneNames.firstIndex(of: row.zone) ?? ZoneInfo.zoneNames.count)
    }
    rows.sort { place($0) < place($1) }
    // A number that the page leaves out is 0.
    let orders = rows.map(\.freeBlocks.count).max() ?? 0
    for index in rows.indices {
      rows[index].freeBlocks += [Int](repeating: 0, count: orders - rows[index].freeBlocks.count)
    }
  }

  private mutating func add(_ metric: Metric, _ reader: LineReader) throws(FormatError) {
    guard rows.count < Bounds.zones else { throw reader.error("more than \(Bounds.zones) zones") }
    let index = rows.firstIndex { $0.node == metric.node && $0.zone == metric.zone } ?? rows.count
    if index == rows.count { rows.append(Row(node: metric.node, zone: metric.zone, freeBlocks: [])) }
    while rows[index].freeBlocks.count <= metric.order { rows[index].freeBlocks.append(0) }
    rows[index].freeBlocks[metric.order] = metric.blocks
  }

  /// `node="0",size="3",zone="DMA"} 1234`; large numbers may come as 1.2e+06.
  struct Metric {
    static let beginning = "node_buddyinfo_blocks{"

    var node = 0
    var order = 0
    var zone = ""
    var blocks = 0

    init(_ reader: inout LineReader) throws(FormatError) {
      repeat {
        let label = try reader.word("a label", until: "=")
        try reader.expect("=\"")
        switch label {
        case "node": node = try reader.count("a node number", below: Bounds.nodes)
        case "size": order = try reader.count("an order", below: Bounds.orders)
        case "zone": zone = try reader.word("a zone name", until: "\"")
        default: _ = reader.optionalWord(until: "\"")
        }
        try reader.expect("\"")
      } while reader.skip(",")
      try reader.expect("}")
      let text = try reader.word("a number of free blocks")
      guard let number = Double(text), let blocks = Int(exactly: number),
        (0..<Bounds.pages >> order).contains(blocks), !zone.isEmpty
      else { throw reader.error("“\(text.prefix(24))”; expected a number of free blocks of a zone") }
      self.blocks = blocks
    }
  }
}
