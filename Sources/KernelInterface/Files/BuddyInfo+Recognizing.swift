extension BuddyInfo {
  /// Reads `/proc/buddyinfo`, with or without other lines before it, or the metrics page of a Prometheus
  /// node_exporter with its buddyinfo collector.
  public init(recognizing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    while try reader.nextLine() {
      if reader.skip("Node ") {
        try self.init(parsing: reader.remainder, file: file)
        return
      }
      if reader.skip("node_buddyinfo_blocks{") {
        try self.init(metrics: &reader)
        return
      }
    }
    throw FormatError(
      file: file, problem: "neither /proc/buddyinfo nor node_exporter's node_buddyinfo_blocks")
  }

  /// Reads on after the first `node_buddyinfo_blocks{`. The page is sorted by name; zones come in the
  /// kernel's order again.
  private init(metrics reader: inout LineReader) throws(FormatError) {
    rows = []
    var more = true
    while more {
      try add(Metric(&reader), reader)
      more = try reader.nextLine() && reader.skip("node_buddyinfo_blocks{")
    }
    let order = ["DMA", "DMA32", "Normal", "HighMem", "Movable", "Device"]
    func place(_ row: Row) -> (Int, Int) {
      (row.node, order.firstIndex(of: row.zone) ?? order.count)
    }
    rows.sort { place($0) < place($1) }
  }

  private mutating func add(_ metric: Metric, _ reader: LineReader) throws(FormatError) {
    let index = rows.firstIndex { $0.node == metric.node && $0.zone == metric.zone } ?? rows.count
    if index == rows.count { rows.append(Row(node: metric.node, zone: metric.zone, freeBlocks: [])) }
    guard metric.order < 32 else { throw reader.error("order \(metric.order) is too large") }
    while rows[index].freeBlocks.count <= metric.order { rows[index].freeBlocks.append(0) }
    rows[index].freeBlocks[metric.order] = metric.blocks
  }

  /// `node="0",size="3",zone="DMA"} 1234`; large numbers may come as 1.2e+06.
  private struct Metric {
    var node = 0
    var order = 0
    var zone = ""
    var blocks = 0

    init(_ reader: inout LineReader) throws(FormatError) {
      repeat {
        let label = try reader.word("a label", until: "=")
        try reader.expect("=\"")
        switch label {
        case "node": node = try reader.count("a node number")
        case "size": order = try reader.count("an order")
        case "zone": zone = try reader.word("a zone name", until: "\"")
        default: _ = reader.optionalWord(until: "\"")
        }
        try reader.expect("\"")
      } while reader.skip(",")
      try reader.expect("}")
      let text = try reader.word("a number of free blocks")
      guard let number = Double(text), let blocks = Int(exactly: number), blocks >= 0, !zone.isEmpty else {
        throw reader.error("“\(text.prefix(24))”; expected a number of free blocks of a zone")
      }
      self.blocks = blocks
    }
  }
}
