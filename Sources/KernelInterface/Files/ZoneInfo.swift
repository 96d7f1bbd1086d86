/// `/proc/zoneinfo`: size, watermarks, counters and per-CPU sets of every zone, also of those without pages.
///
/// The lines of kernels 6.1, 6.12 (`promo`), 6.18 (`high_min`, `high_max`) and 7.2 (`reserved_highatomic`,
/// `free_highatomic`) are all kept in their order. Numbers with names that no kernel had so far are put by.
public struct ZoneInfo: KernelFile {
  public struct Zone: Equatable, Sendable {
    public var node: Int
    public var name: String
    /// Counters of the node, listed with its first populated zone.
    public var nodeStats = Counters()
    /// `free`, then the watermarks and sizes in pages: `boost`, `min`, `low`, `high`, `promo`, `spanned`,
    /// `present`, `managed`, `cma`. The watermarks have the boost in them.
    public var pages = Counters()
    /// `lowmem_reserve` in pages, by the highest zone that a request may use.
    public var protection: [Int] = []
    public var stats = Counters()
    public var pageSets: [PageSet] = []
    public var nodeUnreclaimable: Int?
    /// The first pfn; nil for a zone without pages.
    public var startPFN: Int?
    /// Pages of pageblocks kept for requests that cannot wait, and how many of these are free; nil before 7.x.
    public var reservedHighAtomic: Int?
    public var freeHighAtomic: Int?
    /// Numbers with names that no known kernel has there.
    public var unknown = Counters()

    /// Pages from the first to the last, holes included.
    public var spanned: Int { pages["spanned"] ?? 0 }
    /// Pages that exist.
    public var present: Int { pages["present"] ?? 0 }
    /// Pages that the allocator was given.
    public var managed: Int { pages["managed"] ?? 0 }
    /// The pfns from the first to the last, holes included.
    public var pfns: Range<Int> { (startPFN ?? 0)..<(startPFN ?? 0) + spanned }
  }

  /// One CPU's page lists of a zone, as a summary.
  public struct PageSet: Equatable, Sendable {
    public var cpu: Int
    /// `count`, `high` and `batch`, all in pages; 6.18 adds `high_min` and `high_max`.
    public var limits = Counters()
    public var statThreshold: Int?
  }

  public var zones: [Zone]
  /// The names of lines that are of no use, each once.
  public var unknownLines: [String] {
    zones.flatMap(\.unknown.list).map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Zones that have pages.
  public var populated: [Zone] { zones.filter { $0.present > 0 } }

  /// A zone by its name, on the first node that has it.
  public subscript(name: String) -> Zone? { zones.first { $0.name == name } }

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    zones = []
    while try reader.nextLine() {
      if reader.peek == UInt8(ascii: "N") {
        let (node, name) = try reader.nodeAndZone()
        try reader.expectEnd()
        zones.append(Zone(node: node, name: name))
      } else if zones.isEmpty {
        throw reader.unexpected("“Node”")
      } else {
        try zones[zones.count - 1].read(&reader)
      }
    }
    guard !zones.isEmpty else { throw FormatError(file: file, problem: "empty; expected zones") }
    for zone in zones {
      if let problem = zone.problem {
        throw FormatError(file: file, problem: "zone \(zone.name): \(problem)")
      }
    }
  }

  public func write(to output: inout TextOutput) {
    for zone in zones { zone.write(to: &output) }
  }
}

extension ZoneInfo.Zone {
  /// What is missing, or can't be so.
  fileprivate var problem: String? {
    for name in ["free", "min", "low", "high", "spanned", "present", "managed"] where pages[name] == nil {
      return "“\(name)” is missing"
    }
    if protection.isEmpty { return "“protection:” is missing" }
    let limit = 1 << 52
    guard (0..<limit).contains(spanned), (0...spanned).contains(present), (0...present).contains(managed)
    else {
      return "\(managed) pages managed of \(present) present of \(spanned) spanned"
    }
    guard let startPFN else {
      return present > 0 || !pageSets.isEmpty ? "“start_pfn:” is missing" : nil
    }
    return startPFN < limit ? nil : "it starts at pfn \(startPFN)"
  }

  /// The indentation of a line tells what it belongs to.
  fileprivate mutating func read(_ reader: inout LineReader) throws(FormatError) {
    if reader.skip("              ") {
      guard !pageSets.isEmpty else { throw reader.unexpected("“    cpu:” before it") }
      let name = try reader.word("count, high or batch", until: ":")
      try reader.expect(":")
      pageSets[pageSets.count - 1].limits.append(name, try reader.wide("a number of pages"))
    } else if reader.skip("        protection: (") {
      repeat {
        protection.append(try reader.count("a number of pages"))
      } while reader.skip(",")
      try reader.expect(")")
    } else if reader.skip("        ") {
      pages.append(try reader.word("a watermark or size"), try reader.wide("a number of pages"))
    } else if reader.skip("      ") {
      let name = try reader.word("a counter's name")
      let value = try reader.wide("a number")
      if pages.list.isEmpty { nodeStats.append(name, value) } else { stats.append(name, value) }
    } else if reader.skip("    cpu:") {
      pageSets.append(ZoneInfo.PageSet(cpu: try reader.count("a CPU's number")))
    } else if reader.skip("  pages free") {
      pages.append("free", try reader.wide("a number of pages"))
    } else if reader.skip("  vm stats threshold:"), !pageSets.isEmpty {
      pageSets[pageSets.count - 1].statThreshold = try reader.count("a number of pages")
    } else if reader.skip("  node_unreclaimable:") {
      nodeUnreclaimable = try reader.count("0 or 1")
    } else if reader.skip("  start_pfn:") {
      startPFN = try reader.count("a pfn")
    } else if reader.skip("  reserved_highatomic:") {
      reservedHighAtomic = try reader.count("a number of pages")
    } else if reader.skip("  free_highatomic:") {
      freeHighAtomic = try reader.count("a number of pages")
    } else if !reader.skip("  per-node stats"), !reader.skip("  pagesets") {
      guard let (name, value) = reader.namedNumber() else { throw reader.unexpected("a line of a zone") }
      unknown.append(name, value)
    }
    try reader.expectEnd()
  }

  fileprivate func write(to output: inout TextOutput) {
    output.text("Node ")
    output.decimal(node)
    output.text(", zone ")
    output.right(name, 8)
    output.newline()
    if !nodeStats.list.isEmpty {
      output.text("  per-node stats\n")
      output.counters(nodeStats, indent: "      ", width: 12)
    }
    for level in pages.list {
      output.text(level.name == "free" ? "  pages " : "        ")
      output.left(level.name, 8)
      output.text(" ")
      output.decimal(level.value)
      output.newline()
    }
    output.text("        protection: (")
    output.text(protection.map(String.init).joined(separator: ", "))
    output.text(")\n")
    output.counters(stats, indent: "      ", width: 12)
    guard let startPFN else { return }
    output.text("  pagesets\n")
    for pageSet in pageSets { pageSet.write(to: &output) }
    if let nodeUnreclaimable { output.text("  node_unreclaimable:  \(nodeUnreclaimable)\n") }
    output.text("  start_pfn:           \(startPFN)\n")
    if let reservedHighAtomic { output.text("  reserved_highatomic: \(reservedHighAtomic)\n") }
    if let freeHighAtomic { output.text("  free_highatomic:     \(freeHighAtomic)\n") }
    for number in unknown.list { output.text("  \(number.name): \(number.value)\n") }
  }
}

extension ZoneInfo.PageSet {
  /// The column of numbers is as wide as the kernel's longest name.
  fileprivate func write(to output: inout TextOutput) {
    output.text("    cpu: \(cpu)\n")
    let width = (limits.list.map(\.name.utf8.count).max() ?? 0) + 1
    for limit in limits.list {
      output.text("              ")
      output.left(limit.name + ":", width)
      output.text(" ")
      output.decimal(limit.value)
      output.newline()
    }
    if let statThreshold { output.text("  vm stats threshold: \(statThreshold)\n") }
  }
}

extension LineReader {
  /// Reads two blanks, a name with a colon, and a number; nil where something else comes next, which stays.
  fileprivate mutating func namedNumber() -> (name: String, value: UInt64)? {
    var ahead = self
    guard ahead.skip("  "), let first = ahead.peek, first != UInt8(ascii: " "),
      let name = ahead.optionalWord(until: ":"), ahead.skip(":"), let value = try? ahead.wide("a number")
    else { return nil }
    self = ahead
    return (name, value)
  }
}

extension TextOutput {
  fileprivate mutating func counters(_ counters: Counters, indent: String, width: Int) {
    for counter in counters.list {
      text(indent)
      left(counter.name, width)
      text(" ")
      decimal(counter.value)
      newline()
    }
  }
}
