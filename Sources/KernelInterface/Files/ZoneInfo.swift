/// `/proc/zoneinfo`: size, watermarks, counters and per-CPU sets of every zone, also of those without pages.
///
/// The lines of kernels 6.1, 6.12 (`promo`), 6.18 (`high_min`, `high_max`) and 7.2 (`reserved_highatomic`,
/// `free_highatomic`) are all kept in their order. Numbers with names that no kernel had so far are put by. What
/// kernels 3.x and 4.x say otherwise is read, too, and written as newer ones do.
public struct ZoneInfo: KernelFile {
  public static let fileName = "zoneinfo"
  public static let beginnings = ["Node "]

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
    /// Pages that the allocator was given; before 3.8 nobody told them from those present.
    public var managed: Int { pages["managed"] ?? present }
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

  /// The zones that kernels have, lowest first (`enum zone_type`).
  static let zoneNames = ["DMA", "DMA32", "Normal", "HighMem", "Movable", "Device"]

  public var zones: [Zone]
  /// The names of lines that are of no use, each once.
  public var unknownLines: [String] {
    var known: Set<String> = []
    return zones.flatMap(\.unknown.list).map(\.name).filter { known.insert($0).inserted }
  }

  /// Zones that have pages.
  public var populated: [Zone] { zones.filter { $0.present > 0 } }

  /// The CPUs that have sets of pages, ascending.
  public var cpus: [Int] { Set(populated.flatMap(\.pageSets).map(\.cpu)).sorted() }

  /// A zone by its name, on the first node that has pages in it, or else a part of it.
  public subscript(name: String) -> Zone? {
    populated.first { $0.name == name } ?? zones.first { $0.name == name }
  }

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    zones = []
    while try reader.nextLine() {
      if reader.peek == UInt8(ascii: "N") {
        let (node, name) = try reader.nodeAndZone()
        try reader.expectEnd()
        guard zones.count < Bounds.zones else { throw reader.error("more than \(Bounds.zones) zones") }
        zones.append(Zone(node: node, name: name))
      } else if zones.isEmpty {
        throw reader.unexpected("“Node”")
      } else {
        try zones[zones.count - 1].read(&reader)
      }
    }
    guard !zones.isEmpty else { throw FormatError(file: file, problem: "empty; expected zones") }
    // Another state of the file, right behind the first, begins with the same zone.
    if let last = zones.lastIndex(where: { $0.isSame(as: zones[0]) }) { zones.removeFirst(last) }
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
  /// Whether both are the same piece of a machine's memory.
  fileprivate func isSame(as other: Self) -> Bool {
    (node, name, startPFN, spanned) == (other.node, other.name, other.startPFN, other.spanned)
  }

  /// What is missing, or can't be so.
  fileprivate var problem: String? {
    for name in ["free", "min", "low", "high", "spanned", "present"] where pages[name] == nil {
      return "“\(name)” is missing"
    }
    if protection.isEmpty { return "“protection:” is missing" }
    guard (0...spanned).contains(present), (0...present).contains(managed) else {
      return "\(managed) pages managed of \(present) present of \(spanned) spanned"
    }
    if let boost = pages["boost"], let least = pages["min"], boost > least {
      return "a boost of \(boost) pages in a “min” of \(least)"
    }
    return startPFN == nil && (present > 0 || !pageSets.isEmpty) ? "“start_pfn:” is missing" : nil
  }

  /// The names of watermarks and sizes, in whatever kernel; `scanned` and `node_scanned` stood among them.
  private static let pageNames = [
    "boost", "min", "low", "high", "promo", "scanned", "node_scanned", "spanned", "present", "managed", "cma",
  ]

  /// What older kernels say of a zone beside its first page, which nobody needs.
  private static let retired = [
    "all_unreclaimable", "prev_priority", "inactive_ratio", "node_inactive_ratio",
  ]

  /// A line belongs to what its name says: watermarks and sizes are known by name, or by the eight blanks before
  /// them, what has a colon is a number of a CPU's set or of the zone, and the rest are counters.
  fileprivate mutating func read(_ reader: inout LineReader) throws(FormatError) {
    let indent = reader.skipIndent()
    if reader.skip("protection: (") {
      repeat {
        protection.append(try reader.count("a number of pages"))
      } while reader.skip(",")
      try reader.expect(")")
    } else if reader.skip("pages free") {
      pages.append("free", UInt64(try reader.count("a number of pages")))
    } else if reader.skip("cpu:") {
      pageSets.append(ZoneInfo.PageSet(cpu: try reader.count("a CPU's number", below: Bounds.cpus)))
    } else if reader.skip("vm stats threshold:"), !pageSets.isEmpty {
      pageSets[pageSets.count - 1].statThreshold = try reader.count("a number of pages")
    } else if !reader.skip("per-node stats"), !reader.skip("pagesets") {
      let name = try reader.word("a line of a zone", until: ":")
      if reader.skip(":") {
        try indent > 4 ? readLimit(name, &reader) : readNumber(name, &reader)
      } else if Self.pageNames.contains(name) || indent == 8 {
        pages.append(name, UInt64(try reader.count("a number of pages")))
      } else {
        let value = try reader.wide("a number")
        if pages.list.isEmpty { nodeStats.append(name, value) } else { stats.append(name, value) }
      }
    }
    try reader.expectEnd()
  }

  private mutating func readLimit(_ name: String, _ reader: inout LineReader) throws(FormatError) {
    guard !pageSets.isEmpty else { throw reader.error("“\(name):” of no CPU; expected “cpu:” before it") }
    let limit = name == "batch" ? Bounds.batch : Bounds.pages
    pageSets[pageSets.count - 1].limits.append(
      name, UInt64(try reader.count("a number of pages", below: limit)))
  }

  private mutating func readNumber(_ name: String, _ reader: inout LineReader) throws(FormatError) {
    switch name {
    case "node_unreclaimable": nodeUnreclaimable = try reader.count("0 or 1")
    case "start_pfn": startPFN = try reader.count("a pfn")
    case "reserved_highatomic": reservedHighAtomic = try reader.count("a number of pages")
    case "free_highatomic": freeHighAtomic = try reader.count("a number of pages")
    case _ where Self.retired.contains(name): _ = try reader.wide("a number")
    default: unknown.append(name, try reader.wide("a number"))
    }
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
    if startPFN != nil { output.text("  pagesets\n") }
    for pageSet in pageSets { pageSet.write(to: &output) }
    if let nodeUnreclaimable { output.text("  node_unreclaimable:  \(nodeUnreclaimable)\n") }
    if let startPFN { output.text("  start_pfn:           \(startPFN)\n") }
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
