extension TraceEvent {
  /// Reads what a tracepoint has printed after its name and “: ”.
  init(name: String, _ reader: inout LineReader) throws(FormatError) {
    switch name {
    case "mm_compaction_isolate_freepages": self = .isolateFreepages(try IsolatedRange(&reader))
    case "mm_compaction_isolate_migratepages": self = .isolateMigratepages(try IsolatedRange(&reader))
    case "mm_compaction_fast_isolate_freepages": self = .fastIsolateFreepages(try IsolatedRange(&reader))
    case "mm_compaction_migratepages":
      self = .migratepages(
        migrated: try reader.decimal(field: "nr_migrated="), failed: try reader.decimal(field: " nr_failed="))
    case "mm_compaction_begin": self = .compactionBegin(try CompactionBounds(&reader))
    case "mm_compaction_end":
      self = .compactionEnd(try CompactionBounds(&reader), status: try reader.status(field: " status="))
    case "mm_compaction_finished": self = .finished(try ZoneStatus(&reader))
    case "mm_compaction_suitable": self = .suitable(try ZoneStatus(&reader))
    case "mm_compaction_deferred": self = .deferred(try Deferral(&reader))
    case "mm_compaction_defer_compaction": self = .deferCompaction(try Deferral(&reader))
    case "mm_compaction_defer_reset": self = .deferReset(try Deferral(&reader))
    case "mm_compaction_try_to_compact_pages":
      self = .tryToCompactPages(
        order: try reader.decimal(field: "order="), gfpMask: try reader.word(field: " gfp_mask="),
        priority: try reader.decimal(field: " priority="))
    case "mm_compaction_kcompactd_sleep": self = .kcompactdSleep(node: try reader.decimal(field: "nid="))
    case "mm_compaction_wakeup_kcompactd":
      self = .wakeupKcompactd(
        node: try reader.decimal(field: "nid="), order: try reader.decimal(field: " order="),
        highestZone: try reader.paddedWord(field: " classzone_idx="))
    case "mm_compaction_kcompactd_wake":
      self = .kcompactdWake(
        node: try reader.decimal(field: "nid="), order: try reader.decimal(field: " order="),
        highestZone: try reader.paddedWord(field: " classzone_idx="))
    case "mm_migrate_pages": self = .migratePages(try MigrateResult(&reader))
    case "mm_migrate_pages_start":
      self = .migratePagesStart(
        mode: try reader.word(field: "mode="), reason: try reader.word(field: " reason="))
    case "mm_page_alloc_extfrag": self = .allocExtfrag(try Fallback(&reader))
    case "tracing_mark_write": self = .mark(reader.rest())
    default: self = .other(name: name, fields: reader.rest())
    }
    guard reader.atEnd else { throw reader.unexpected("the end of the line") }
  }
}

extension TraceEvent.CompactionBounds {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    zoneStart = try reader.hexadecimal(field: "zone_start=0x")
    migratePFN = try reader.hexadecimal(field: " migrate_pfn=0x")
    freePFN = try reader.hexadecimal(field: " free_pfn=0x")
    zoneEnd = try reader.hexadecimal(field: " zone_end=0x")
    try reader.expect(", mode=")
    sync = reader.skip("sync")
    if !sync { try reader.expect("async") }
  }
}

extension TraceEvent.IsolatedRange {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    start = try reader.hexadecimal(field: "range=(0x")
    end = try reader.hexadecimal(field: " ~ 0x")
    scanned = try reader.decimal(field: ") nr_scanned=")
    taken = try reader.decimal(field: " nr_taken=")
  }
}

extension TraceEvent.ZoneStatus {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    node = try reader.decimal(field: "node=")
    zone = try reader.paddedWord(field: " zone=")
    order = try reader.decimal(field: " order=")
    status = try reader.status(field: " ret=")
  }
}

extension TraceEvent.Deferral {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    node = try reader.decimal(field: "node=")
    zone = try reader.paddedWord(field: " zone=")
    order = try reader.decimal(field: " order=")
    orderFailed = try reader.decimal(field: " order_failed=")
    considered = try reader.decimal(field: " consider=")
    limit = try reader.decimal(field: " limit=")
  }
}

extension TraceEvent.MigrateResult {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    succeeded = try reader.decimal(field: "nr_succeeded=")
    failed = try reader.decimal(field: " nr_failed=")
    thpSucceeded = try reader.decimal(field: " nr_thp_succeeded=")
    thpFailed = try reader.decimal(field: " nr_thp_failed=")
    thpSplit = try reader.decimal(field: " nr_thp_split=")
    split = reader.skip(" nr_split=") ? try reader.decimal("a number") : nil
    mode = try reader.word(field: " mode=")
    reason = try reader.word(field: " reason=")
  }
}

extension TraceEvent.Fallback {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    page = try reader.word(field: "page=")
    pfn = try reader.hexadecimal(field: " pfn=0x")
    allocOrder = try reader.decimal(field: " alloc_order=")
    fallbackOrder = try reader.decimal(field: " fallback_order=")
    pageblockOrder = try reader.decimal(field: " pageblock_order=")
    allocMigratetype = try reader.decimal(field: " alloc_migratetype=")
    fallbackMigratetype = try reader.decimal(field: " fallback_migratetype=")
    fragmenting = try reader.decimal(field: " fragmenting=")
    changeOwnership = try reader.decimal(field: " change_ownership=")
  }
}

extension LineReader {
  fileprivate mutating func decimal(field: String) throws(FormatError) -> Int {
    try expect(field)
    return try decimal("a number")
  }

  fileprivate mutating func hexadecimal(field: String) throws(FormatError) -> Int {
    try expect(field)
    return Int(truncatingIfNeeded: try wideHexadecimal("a hexadecimal number"))
  }

  fileprivate mutating func word(field: String) throws(FormatError) -> String {
    try expect(field)
    return try word("a word")
  }

  /// A word that is filled up to 8 columns (`%-8s`).
  fileprivate mutating func paddedWord(field: String) throws(FormatError) -> String {
    let word = try word(field: field)
    for _ in 0..<max(0, 8 - word.utf8.count) { try expect(" ") }
    return word
  }

  fileprivate mutating func status(field: String) throws(FormatError) -> CompactionStatus {
    let text = try word(field: field)
    guard let status = CompactionStatus(text: text) else {
      throw error("“\(text.prefix(24))” is no result of compaction")
    }
    return status
  }
}
