/// `/proc/pagetypeinfo`: free blocks by migratetype and order, and pageblocks by migratetype, of each zone.
///
/// Which migratetypes there are depends on the kernel's configuration (CMA, Isolate). Only root may read it,
/// and reading takes the zone's lock for long: not to be polled quickly.
public struct PageTypeInfo: KernelFile {
  /// A number of free blocks; the kernel stops counting at 100000 and says so.
  public enum Count: Equatable, Sendable {
    case exactly(Int)
    case moreThan(Int)
  }

  /// Free blocks of one migratetype.
  public struct FreeRow: Equatable, Sendable {
    public var node: Int
    public var zone: String
    public var migratetype: String
    /// By order, from order 0 on.
    public var blocks: [Count]
  }

  /// Pageblocks of one zone, by migratetype.
  public struct BlockRow: Equatable, Sendable {
    public var node: Int
    public var zone: String
    public var blocks: [Int]
  }

  public static let fileName = "pagetypeinfo"
  public static let beginnings = ["Page block order:"]

  /// A pageblock has 1 << pageBlockOrder pages.
  public var pageBlockOrder: Int
  public var pagesPerBlock: Int
  public var orders: Int
  public var free: [FreeRow]
  /// The names of the migratetypes in their order.
  public var migratetypes: [String]
  public var pageBlocks: [BlockRow]

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    try reader.requireLine(Self.start)
    self = try PageTypeInfo(&reader)
  }

  private static let start = "“Page block order:”"

  /// Reads the current line and all behind it. The kernel prints the whole for each node, from the lowest
  /// on; a node that does not come behind the last begins another state of the file.
  private init(_ reader: inout LineReader) throws(FormatError) {
    self = try PageTypeInfo(node: &reader)
    while !reader.atEnd {
      let next = try PageTypeInfo(node: &reader)
      guard let last = nodes.last, let node = next.nodes.first, last < node else {
        self = next
        continue
      }
      guard next.pageBlockOrder == pageBlockOrder, next.orders == orders, next.migratetypes == migratetypes
      else {
        throw reader.error("a node whose orders or types are not those of the nodes before")
      }
      free += next.free
      pageBlocks += next.pageBlocks
    }
  }

  /// Reads what is printed of a node, from the current line on, and goes to the line behind it.
  private init(node reader: inout LineReader) throws(FormatError) {
    guard reader.skip("Page block order:") else { throw reader.unexpected(Self.start) }
    pageBlockOrder = try reader.count("an order", below: Bounds.orders)
    try reader.expectEnd()
    try reader.requireLine("“Pages per block:”")
    try reader.expect("Pages per block:")
    pagesPerBlock = try reader.count("a number of pages")
    guard pagesPerBlock == 1 << pageBlockOrder else {
      throw reader.error("\(pagesPerBlock) pages a block don't fit block order \(pageBlockOrder)")
    }
    (orders, free) = try Self.readFree(&reader)
    (migratetypes, pageBlocks) = try Self.readPageBlocks(&reader)
    guard nodes.count <= 1 else {
      throw reader.error(
        "zones of nodes \(nodes[0]) and \(nodes[1]) in one table; expected one for each node")
    }
  }

  /// The nodes, which come in ascending order.
  private var nodes: [Int] {
    Set(free.map(\.node) + pageBlocks.map(\.node)).sorted()
  }

  /// The first table, up to the heading of the second.
  private static func readFree(_ reader: inout LineReader) throws(FormatError) -> (Int, [FreeRow]) {
    try reader.requireLine("“Free pages count per migrate type at order”")
    try reader.expect("Free pages count per migrate type at order")
    var orders = 0
    reader.skipSpaces()
    while !reader.atEnd {
      guard try reader.count("an order", below: Bounds.orders) == orders else {
        throw reader.error("expected order \(orders)")
      }
      orders += 1
      reader.skipSpaces()
    }
    var rows: [FreeRow] = []
    while true {
      try reader.requireLine("free blocks of a migratetype, or “\(blocksHeading)”")
      if reader.skip(blocksHeading) { return (orders, rows) }
      let (node, zone) = try reader.nodeAndZone()
      try reader.expect(", type")
      var row = FreeRow(node: node, zone: zone, migratetype: try reader.word("a migratetype"), blocks: [])
      for order in 0..<orders {
        reader.skipSpaces()
        let capped = reader.skip(">")
        let count = try reader.freeBlocks(order: order)
        row.blocks.append(capped ? .moreThan(count) : .exactly(count))
      }
      try reader.expectEnd()
      rows.append(row)
    }
  }

  private static let blocksHeading = "Number of blocks type"

  /// The second table, whose heading is the current line, up to the next node. Kernels with page_owner have a
  /// third one of pageblocks that hold pages of several types, which is of no use.
  private static func readPageBlocks(
    _ reader: inout LineReader
  ) throws(FormatError) -> ([String], [BlockRow]) {
    var migratetypes: [String] = []
    while let name = reader.optionalWord() { migratetypes.append(name) }
    var rows: [BlockRow] = []
    var isMixed = false
    while try reader.nextLine() {
      if reader.peek == UInt8(ascii: "P") { return (migratetypes, rows) }
      if reader.skip("Number of mixed blocks") {
        isMixed = true
        continue
      }
      let (node, zone) = try reader.nodeAndZone()
      var row = BlockRow(node: node, zone: zone, blocks: [])
      for name in migratetypes { row.blocks.append(try reader.count("a number of \(name) pageblocks")) }
      try reader.expectEnd()
      if !isMixed { rows.append(row) }
    }
    return (migratetypes, rows)
  }

  public func write(to output: inout TextOutput) {
    for node in nodes.isEmpty ? [0] : nodes { write(node, to: &output) }
  }

  private func write(_ node: Int, to output: inout TextOutput) {
    output.text("Page block order: \(pageBlockOrder)\nPages per block:  \(pagesPerBlock)\n\n")
    output.left("Free pages count per migrate type at order", 44)
    for order in 0..<orders {
      output.decimal(order, width: 6)
      output.text(" ")
    }
    output.newline()
    for row in free where row.node == node { row.write(to: &output) }
    output.newline()
    output.left("Number of blocks type ", 23)
    for name in migratetypes {
      output.right(name, 12)
      output.text(" ")
    }
    output.newline()
    for row in pageBlocks where row.node == node { output.zoneRow(row.node, row.zone, row.blocks, width: 12) }
  }
}

extension PageTypeInfo.FreeRow {
  fileprivate func write(to output: inout TextOutput) {
    output.text("Node ")
    output.decimal(node, width: 4)
    output.text(", zone ")
    output.right(zone, 8)
    output.text(", type ")
    output.right(migratetype, 12)
    output.text(" ")
    for count in blocks {
      switch count {
      case .exactly(let number): output.decimal(number, width: 6)
      case .moreThan(let number): output.right(">\(number)", 6)
      }
      output.text(" ")
    }
    output.newline()
  }
}
