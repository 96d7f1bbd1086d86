/// A capture's `pageblocks`: each pageblock's migratetype and skip hint, and each zone's compaction state, read
/// from kernel memory.
public struct PageBlocks: KernelFile {
  /// A zone's size and compaction state (model 1.2). All positions are pfns.
  public struct Zone: Equatable, Sendable {
    public var name: String
    public var startPFN: Int
    public var spanned: Int
    public var present: Int
    public var managed: Int
    public var cachedFreePFN: Int
    public var cachedMigratePFNAsync: Int
    public var cachedMigratePFNSync: Int
    public var initFreePFN: Int
    public var initMigratePFN: Int
    public var considered: Int
    public var deferShift: Int
    public var orderFailed: Int
    public var blockskipFlush: Bool

    /// All pfns at which scanners begin, or began.
    var positions: [Int] {
      [cachedFreePFN, cachedMigratePFNAsync, cachedMigratePFNSync, initFreePFN, initMigratePFN]
    }
  }

  public struct Block: Equatable, Sendable {
    public var pfn: Int
    /// 0 unmovable, 1 movable, 2 reclaimable, 3 highatomic, 4 CMA, 5 isolate.
    public var migratetype: UInt8
    /// The hint that scanners may skip the block.
    public var skip: Bool
  }

  public static let fileName = "pageblocks"

  public var zones: [Zone]
  public var blocks: [Block]

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    zones = []
    blocks = []
    while try reader.nextLine() {
      if reader.peek == UInt8(ascii: "#") { continue }
      if reader.skip("block") {
        let pfn = try reader.prefixedHexadecimal("a pfn")
        let migratetype = try reader.migratetype()
        let block = Block(pfn: pfn, migratetype: migratetype, skip: try reader.flag())
        guard blocks.last.map({ $0.pfn < block.pfn }) ?? true else {
          throw reader.error("pageblock 0x\(String(block.pfn, radix: 16)) is not after the one before")
        }
        blocks.append(block)
      } else if reader.skip("zone") {
        zones.append(try Zone(&reader))
      } else {
        throw reader.unexpected("zone, block or a comment")
      }
      try reader.expectEnd()
    }
    guard !zones.isEmpty else { throw FormatError(file: file, problem: "no zone in it") }
    guard !blocks.isEmpty else { throw FormatError(file: file, problem: "no pageblock in it") }
  }

  public func write(to output: inout TextOutput) {
    output.text(
      """
      # zone NAME start_pfn spanned present managed compact_cached_free_pfn \
      compact_cached_migrate_pfn[async] [sync] compact_init_free_pfn compact_init_migrate_pfn \
      compact_considered compact_defer_shift compact_order_failed compact_blockskip_flush
      # block PFN MIGRATETYPE SKIP   (migratetype: 0 unmovable 1 movable 2 reclaimable 3 highatomic 4 cma \
      5 isolate)

      """)
    for zone in zones { zone.write(to: &output) }
    for block in blocks {
      output.text("block 0x")
      output.hexadecimal(block.pfn)
      output.text(" ")
      output.decimal(block.migratetype)
      output.text(block.skip ? " 1\n" : " 0\n")
    }
  }
}

extension PageBlocks.Zone {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    name = try reader.word("a zone name")
    startPFN = try reader.prefixedHexadecimal("a pfn")
    spanned = try reader.count("a number of pages")
    present = try reader.count("a number of pages")
    managed = try reader.count("a number of pages")
    cachedFreePFN = try reader.prefixedHexadecimal("a pfn")
    cachedMigratePFNAsync = try reader.prefixedHexadecimal("a pfn")
    cachedMigratePFNSync = try reader.prefixedHexadecimal("a pfn")
    initFreePFN = try reader.prefixedHexadecimal("a pfn")
    initMigratePFN = try reader.prefixedHexadecimal("a pfn")
    considered = try reader.count("compact_considered")
    deferShift = try reader.count("compact_defer_shift")
    orderFailed = try reader.count("compact_order_failed", below: Bounds.orders)
    blockskipFlush = try reader.flag()
    guard deferShift <= 6 else { throw reader.error("compact_defer_shift \(deferShift) is above 6") }
  }

  fileprivate func write(to output: inout TextOutput) {
    output.text("zone \(name) 0x")
    output.hexadecimal(startPFN)
    output.text(" \(spanned) \(present) \(managed)")
    for pfn in positions {
      output.text(" 0x")
      output.hexadecimal(pfn)
    }
    output.text(" \(considered) \(deferShift) \(orderFailed) \(blockskipFlush ? 1 : 0)\n")
  }
}

extension LineReader {
  /// Skips spaces and reads a hexadecimal number with its 0x.
  mutating func prefixedHexadecimal(_ what: String) throws(FormatError) -> Int {
    skipSpaces()
    guard skip("0x") else { throw unexpected("\(what) like 0x4a200") }
    return try hexadecimal(what)
  }

  /// 0 or 1.
  mutating func flag() throws(FormatError) -> Bool {
    skipSpaces()
    if skip("0") { return false }
    guard skip("1") else { throw unexpected("0 or 1") }
    return true
  }

  /// The number of a migratetype, 0 to 5.
  mutating func migratetype() throws(FormatError) -> UInt8 {
    let type = try count("a migratetype")
    guard type <= 5 else { throw error("migratetype \(type); expected 0 to 5") }
    return UInt8(type)
  }
}
