/// `/proc/buddyinfo`: how many free blocks of each order a zone has, of all migratetypes together.
///
/// Populated zones only. Pages on per-CPU lists are not in it (model 10.1).
public struct BuddyInfo: KernelFile {
  /// One zone's line.
  public struct Row: Equatable, Sendable {
    public var node: Int
    /// The zone's name: DMA, DMA32, Normal, Movable, …
    public var zone: String
    /// `nr_free`: the number of free blocks of each order, from order 0 on.
    public var freeBlocks: [Int]

    public init(node: Int, zone: String, freeBlocks: [Int]) {
      self.node = node
      self.zone = zone
      self.freeBlocks = freeBlocks
    }

    /// Free pages in these blocks.
    public var freePages: Int {
      freeBlocks.enumerated().reduce(0) { $0 + $1.element << $1.offset }
    }
  }

  public static let fileName = "buddyinfo"
  public static let beginnings = ["Node ", Metric.beginning]

  public var rows: [Row]

  public init(rows: [Row]) {
    self.rows = rows
  }

  /// The line of a zone, on the first node that has it.
  public subscript(zone: String) -> Row? { rows.first { $0.zone == zone } }

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    rows = []
    while try reader.nextLine() {
      let (node, zone) = try reader.nodeAndZone()
      var row = Row(node: node, zone: zone, freeBlocks: [])
      repeat { row.freeBlocks.append(try reader.freeBlocks(order: row.freeBlocks.count)) } while !reader.atEnd
      // Another state of the file, right behind the first.
      if rows.contains(where: { $0.node == node && $0.zone == zone }) { rows = [] }
      if let first = rows.first, first.freeBlocks.count != row.freeBlocks.count {
        throw reader.error("\(row.freeBlocks.count) orders; the lines before have \(first.freeBlocks.count)")
      }
      guard rows.count < Bounds.zones else { throw reader.error("more than \(Bounds.zones) zones") }
      rows.append(row)
    }
    guard !rows.isEmpty else {
      throw FormatError(file: file, problem: "empty; expected a line for each zone")
    }
  }

  public func write(to output: inout TextOutput) {
    for row in rows { output.zoneRow(row.node, row.zone, row.freeBlocks, width: 6) }
  }
}

extension LineReader {
  /// `Node 0, zone   Normal`, as many files begin their lines.
  mutating func nodeAndZone() throws(FormatError) -> (node: Int, zone: String) {
    try expect("Node")
    let node = try count("a node number", below: Bounds.nodes)
    try expect(", zone")
    return (node, try word("a zone name", until: ","))
  }

  /// A number of free blocks, of which all together are no more than there can be pages.
  mutating func freeBlocks(order: Int) throws(FormatError) -> Int {
    guard order < Bounds.orders else { throw error("more than \(Bounds.orders) orders") }
    let blocks = try count("a number of free blocks of order \(order)", below: Bounds.pages >> order)
    skipSpaces()
    return blocks
  }
}

extension TextOutput {
  mutating func nodeAndZone(_ node: Int, _ zone: String) {
    text("Node ")
    decimal(node)
    text(", zone ")
    right(zone, 8)
    text(" ")
  }

  /// A line of numbers about a zone.
  mutating func zoneRow(_ node: Int, _ zone: String, _ numbers: [Int], width: Int) {
    nodeAndZone(node, zone)
    for number in numbers {
      decimal(number, width: width)
      text(" ")
    }
    newline()
  }
}
