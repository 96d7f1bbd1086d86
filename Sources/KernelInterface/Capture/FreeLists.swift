/// A capture's `freelists`: every free list and per-CPU list in order, with the settings that decide what
/// happens to them, read from kernel memory right beside the trigger (model 1.6).
public struct FreeLists: KernelFile {
  /// How the reading went.
  public struct Taken: Equatable, Sendable {
    public var tries: Int
    /// How long it took.
    public var time: Duration
    public var cpu: Int
    /// Orders, and per-CPU sets, whose lists still didn't add up at the last try.
    public var inconsistentOrders: Int
    public var inconsistentSets: Int
  }

  /// Named numbers, or arrays of them: the fields of a kernel structure that this kernel has.
  public struct Fields: Equatable, Sendable {
    public struct Field: Equatable, Sendable {
      public var name: String
      public var values: [Int]
    }
    public var list: [Field] = []

    /// A field with one number.
    public subscript(name: String) -> Int? { self[array: name]?.first }
    /// A field with several: `_watermark` (min, low, high, promo), `lowmem_reserve`.
    public subscript(array name: String) -> [Int]? { list.first { $0.name == name }?.values }
  }

  /// Of `struct zone`, and the zone's counters `NR_FREE_PAGES` and `NR_FREE_CMA_PAGES`.
  public struct Zone: Equatable, Sendable {
    public var name: String
    public var fields: Fields
    /// By CPU.
    public var pageSets: [PageSet] = []
  }

  /// Of `struct per_cpu_pages`; NR_* here is what this CPU has not yet added to the zone's counters.
  public struct PageSet: Equatable, Sendable {
    public var cpu: Int
    public var fields: Fields
  }

  /// `free_area[order].free_list[migratetype]`.
  public struct FreeList: Equatable, Sendable {
    public var zone: String
    public var order: Int
    public var migratetype: UInt8
    /// The first pfn of each block, from the list's head to its tail.
    public var blocks: [Int]
  }

  /// One of a CPU's lists. `index` is order × 3 + migratetype for orders 0 to 3; 12 and 13 are 2 MiB pages,
  /// 13 the movable ones.
  public struct PerCPUList: Equatable, Sendable {
    public struct Block: Equatable, Sendable {
      public var pfn: Int
      /// The migratetype that the block goes back to. It differs from the list's where 6.1 remembers
      /// another, as for CMA pages on the movable list.
      public var migratetype: UInt8
    }
    public var zone: String
    public var cpu: Int
    public var index: Int
    public var order: Int
    public var migratetype: UInt8
    /// From the list's head to its tail.
    public var blocks: [Block]
  }

  public static let fileName = "freelists"

  public var taken: Taken
  public var node: Fields
  public var zones: [Zone]
  public var freeLists: [FreeList]
  public var perCPULists: [PerCPUList]

  /// A zone by its name.
  public subscript(zone: String) -> Zone? { zones.first { $0.name == zone } }

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    var taken: Taken?
    node = Fields()
    zones = []
    freeLists = []
    perCPULists = []
    while try reader.nextLine() {
      if reader.peek == UInt8(ascii: "#") { continue }
      switch try reader.word("a record") {
      case "free": freeLists.append(try FreeList(&reader))
      case "pcp": perCPULists.append(try PerCPUList(&reader))
      case "zone":
        let zone = Zone(name: try reader.word("a zone name"), fields: try Fields(&reader))
        guard !zones.contains(where: { $0.name == zone.name }) else {
          throw reader.error("zone \(zone.name) a second time")
        }
        zones.append(zone)
      case "pageset":
        let name = try reader.word("a zone name")
        guard let zone = zones.firstIndex(where: { $0.name == name }) else {
          throw reader.error("a per-CPU set of zone \(name), which is not above it")
        }
        let cpu = try reader.count("a CPU's number", below: Bounds.cpus)
        zones[zone].pageSets.append(PageSet(cpu: cpu, fields: try Fields(&reader)))
      case "node": node = try Fields(&reader)
      case "taken": taken = try Taken(&reader)
      case let other:
        throw reader.error("“\(other.prefix(24))”; expected taken, node, zone, pageset, free or pcp")
      }
      try reader.expectEnd()
    }
    guard let taken else { throw FormatError(file: file, problem: "no “taken” record") }
    guard !zones.isEmpty, !freeLists.isEmpty else {
      throw FormatError(file: file, problem: "cut short: no zone, or no free list")
    }
    self.taken = taken
  }

  public func write(to output: inout TextOutput) {
    output.text(
      """
      # taken TRIES MS CPU: reads it took, milliseconds, where it ran; bad: orders, sets that do not add up
      # node, zone, pageset ZONE CPU: fields of pglist_data, zone and per_cpu_pages, numbers decimal, arrays \
      with commas
      # (_watermark min,low,high,promo); zone NR_*: the zone's counter, pageset NR_*: what this CPU has not \
      added to it yet
      # free ZONE ORDER TYPE LENGTH: PFNs of the free list, hex, head first
      # pcp ZONE CPU INDEX ORDER TYPE LENGTH: PFNs of the per-CPU list, likewise; PFN/T: page that remembers \
      migratetype T
      # TYPE 0 unmovable 1 movable 2 reclaimable 3 highatomic 4 cma 5 isolate (pcp order 9: 1 movable, 0 others)
      taken tries=\(taken.tries) ms=\(taken.time / .milliseconds(1)) cpu=\(taken.cpu) \
      bad=\(taken.inconsistentOrders),\(taken.inconsistentSets)

      """)
    output.text("node")
    node.write(to: &output)
    for zone in zones {
      output.text("zone \(zone.name)")
      zone.fields.write(to: &output)
      for pageSet in zone.pageSets {
        output.text("pageset \(zone.name) \(pageSet.cpu)")
        pageSet.fields.write(to: &output)
      }
    }
    for list in freeLists { list.write(to: &output) }
    for list in perCPULists { list.write(to: &output) }
  }
}

extension FreeLists.Taken {
  /// `tries=1 ms=43.6 cpu=0 bad=0,0`
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    try reader.expect(" tries=")
    tries = try reader.count("a number of reads")
    try reader.expect(" ms=")
    let text = try reader.word("milliseconds")
    // A year is more than any reading takes, and less than a Duration holds.
    guard let milliseconds = Double(text), (0...3.2e10).contains(milliseconds) else {
      throw reader.error("ms=\(text.prefix(24)); expected a number from 0 to 32000000000")
    }
    time = .milliseconds(milliseconds)
    try reader.expect(" cpu=")
    cpu = try reader.count("a CPU's number", below: Bounds.cpus)
    try reader.expect(" bad=")
    inconsistentOrders = try reader.count("a number of orders")
    try reader.expect(",")
    inconsistentSets = try reader.count("a number of sets")
  }
}

extension FreeLists.Fields {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    while let name = reader.optionalWord(until: "=") {
      try reader.expect("=")
      var values = [try Self.value(of: name, &reader)]
      while reader.skip(",") { values.append(try Self.value(of: name, &reader)) }
      list.append(Field(name: name, values: values))
    }
  }

  /// Only counters can be negative: they wait for what CPUs have not added yet.
  private static func value(of name: String, _ reader: inout LineReader) throws(FormatError) -> Int {
    switch name {
    case "batch": try reader.count("a number of pages", below: Bounds.batch)
    case "free_factor", "alloc_factor": try reader.count("a factor", below: Bounds.factor)
    case _ where name.hasPrefix("NR_"): try reader.decimal("a number of pages")
    default: try reader.count("a number")
    }
  }

  fileprivate func write(to output: inout TextOutput) {
    for field in list {
      output.text(" \(field.name)=")
      output.text(field.values.map(String.init).joined(separator: ","))
    }
    output.newline()
  }
}

extension FreeLists.FreeList {
  /// `ZONE ORDER TYPE LENGTH: PFN …`
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    zone = try reader.word("a zone name")
    order = try reader.order()
    migratetype = try reader.migratetype()
    blocks = []
    try reader.list { (reader: inout LineReader) throws(FormatError) in
      blocks.append(try reader.block(order: order))
      return blocks.count
    }
  }

  fileprivate func write(to output: inout TextOutput) {
    output.text("free \(zone) \(order) \(migratetype) \(blocks.count):")
    for pfn in blocks {
      output.text(" ")
      output.hexadecimal(pfn)
    }
    output.newline()
  }
}

extension FreeLists.PerCPUList {
  /// The order of the blocks on a list; nil for an index that no list has.
  private static func order(ofIndex index: Int) -> Int? {
    switch index {
    case 0..<12: index / 3
    case 12, 13: 9
    default: nil
    }
  }

  /// `ZONE CPU INDEX ORDER TYPE LENGTH: PFN …`
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    zone = try reader.word("a zone name")
    cpu = try reader.count("a CPU's number", below: Bounds.cpus)
    index = try reader.count("a list's index")
    order = try reader.order()
    guard Self.order(ofIndex: index) == order else {
      throw reader.error(
        "list \(index) of order \(order); expected index order × 3 + type, or 12 or 13 with order 9")
    }
    migratetype = try reader.migratetype()
    blocks = []
    try reader.list { (reader: inout LineReader) throws(FormatError) in
      let pfn = try reader.block(order: order)
      let type = reader.skip("/") ? try reader.migratetype() : migratetype
      blocks.append(Block(pfn: pfn, migratetype: type))
      return blocks.count
    }
  }

  fileprivate func write(to output: inout TextOutput) {
    output.text("pcp \(zone) \(cpu) \(index) \(order) \(migratetype) \(blocks.count):")
    for block in blocks {
      output.text(" ")
      output.hexadecimal(block.pfn)
      if block.migratetype != migratetype { output.text("/\(block.migratetype)") }
    }
    output.newline()
  }
}

extension LineReader {
  fileprivate mutating func order() throws(FormatError) -> Int {
    let order = try count("an order")
    guard order <= 16 else { throw error("order \(order) is too large") }
    return order
  }

  /// The pfn of a block that has to be aligned to its order.
  fileprivate mutating func block(order: Int) throws(FormatError) -> Int {
    let pfn = try hexadecimal("a pfn")
    guard pfn & (1 << order - 1) == 0 else {
      throw error("pfn \(String(pfn, radix: 16)) is no block of order \(order)")
    }
    return pfn
  }

  /// `LENGTH: item item …`; `read` reads one and returns how many it has.
  fileprivate mutating func list(
    _ read: (inout LineReader) throws(FormatError) -> Int
  ) throws(FormatError) {
    let length = try count("a list's length")
    try expect(":")
    skipSpaces()
    var found = 0
    while !atEnd {
      found = try read(&self)
      skipSpaces()
    }
    guard found == length else { throw error("\(found) blocks in a list of length \(length)") }
  }
}
