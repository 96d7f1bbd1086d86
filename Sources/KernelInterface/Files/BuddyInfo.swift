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
      freeBlocks.enumerated().reduce(0) { $0 &+ $1.element << $1.offset }
    }
  }

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
      repeat {
        row.freeBlocks.append(try reader.count("a number of free blocks of order \(row.freeBlocks.count)"))
        reader.skipSpaces()
      } while !reader.atEnd
      if let first = rows.first, first.freeBlocks.count != row.freeBlocks.count {
        throw reader.error("\(row.freeBlocks.count) orders; the lines before have \(first.freeBlocks.count)")
      }
      guard row.freeBlocks.count <= 32 else { throw reader.error("more than 32 orders") }
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
    let node = try count("a node number")
    try expect(", zone")
    return (node, try word("a zone name", until: ","))
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
