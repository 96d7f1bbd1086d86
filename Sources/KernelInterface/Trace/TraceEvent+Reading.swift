extension TraceEvent {
  /// Reads what a tracepoint has printed after its name and the colon, in the words of whichever kernel.
  init(name: String, _ reader: inout LineReader) throws(FormatError) {
    reader.skipSpaces()
    switch name {
    case "mm_compaction_isolate_freepages": self = .isolateFreepages(try IsolatedRange(&reader))
    case "mm_compaction_isolate_migratepages": self = .isolateMigratepages(try IsolatedRange(&reader))
    case "mm_compaction_fast_isolate_freepages": self = .fastIsolateFreepages(try IsolatedRange(&reader))
    case "mm_compaction_migratepages":
      self = .migratepages(
        migrated: try reader.decimal(field: "nr_migrated="), failed: try reader.decimal(field: " nr_failed="))
    case "mm_compaction_begin": self = .compactionBegin(try CompactionBounds(&reader))
    // Before 4.0 a number, which meant one thing up to 3.17 and another one from 3.18 on.
    case "mm_compaction_end" where reader.skip("status="):
      self = .other(name: name, fields: "status=\(try reader.decimal("a number", below: Bounds.event))")
    case "mm_compaction_end":
      self = .compactionEnd(try CompactionBounds(&reader), status: try reader.status(field: " status="))
    case "mm_compaction_finished": self = .finished(try ZoneStatus(&reader))
    case "mm_compaction_suitable": self = .suitable(try ZoneStatus(&reader))
    case "mm_compaction_deferred": self = .deferred(try Deferral(&reader))
    case "mm_compaction_defer_compaction": self = .deferCompaction(try Deferral(&reader))
    case "mm_compaction_defer_reset": self = .deferReset(try Deferral(&reader))
    case "mm_compaction_try_to_compact_pages":
      self = .tryToCompactPages(
        order: try reader.order(field: "order="), gfpMask: try reader.word(field: " gfp_mask="),
        priority: try reader.priority())
    case "mm_compaction_kcompactd_sleep": self = .kcompactdSleep(node: try reader.decimal(field: "nid="))
    case "mm_compaction_wakeup_kcompactd":
      self = .wakeupKcompactd(
        node: try reader.decimal(field: "nid="), order: try reader.order(field: " order="),
        highestZone: try reader.highestZone())
    case "mm_compaction_kcompactd_wake":
      self = .kcompactdWake(
        node: try reader.decimal(field: "nid="), order: try reader.order(field: " order="),
        highestZone: try reader.highestZone())
    case "mm_migrate_pages": self = .migratePages(try MigrateResult(&reader))
    case "mm_migrate_pages_start":
      self = .migratePagesStart(
        mode: try reader.word(field: "mode="), reason: try reader.word(field: " reason="))
    case "mm_page_alloc_extfrag": self = .allocExtfrag(try Fallback(&reader))
    case "tracing_mark_write": self = .mark(reader.rest())
    // What trace-cmd and perf call it.
    case "print" where reader.skip("tracing_mark_write:"):
      reader.skipSpaces()
      self = .mark(reader.rest())
    default: self = .other(name: name, fields: reader.rest())
    }
    guard reader.atEnd else { throw reader.unexpected("the end of the line") }
  }
}

extension TraceEvent.CompactionBounds {
  /// Before 4.0 positions are decimal, two of them had other names, and there was no mode.
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    zoneStart = try reader.pfn(field: "zone_start=")
    migratePFN = try reader.pfn(field: reader.starts(" migrate_start=") ? " migrate_start=" : " migrate_pfn=")
    freePFN = try reader.pfn(field: reader.starts(" free_start=") ? " free_start=" : " free_pfn=")
    zoneEnd = try reader.pfn(field: " zone_end=")
    guard reader.skip(", mode=") else {
      sync = nil
      return
    }
    if reader.skip("sync") {
      sync = true
    } else {
      try reader.expect("async")
      sync = false
    }
  }
}

extension TraceEvent.IsolatedRange {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    if reader.skip("range=(") {
      start = try reader.pfn(field: "")
      end = try reader.pfn(field: " ~ ")
      try reader.expect(") ")
    }
    scanned = try reader.decimal(field: "nr_scanned=")
    taken = try reader.decimal(field: " nr_taken=")
  }
}

extension TraceEvent.ZoneStatus {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    node = try reader.decimal(field: "node=")
    zone = try reader.paddedWord(field: " zone=")
    order = try reader.order(field: " order=")
    status = try reader.status(field: " ret=")
  }
}

extension TraceEvent.Deferral {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    node = try reader.decimal(field: "node=")
    zone = try reader.paddedWord(field: " zone=")
    order = try reader.order(field: " order=")
    orderFailed = try reader.order(field: " order_failed=")
    considered = try reader.decimal(field: " consider=")
    limit = try reader.decimal(field: " limit=")
  }
}

extension TraceEvent.MigrateResult {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    succeeded = try reader.decimal(field: "nr_succeeded=")
    failed = try reader.decimal(field: " nr_failed=")
    if reader.starts(" nr_thp_succeeded=") {
      thp = HugePages(
        succeeded: try reader.decimal(field: " nr_thp_succeeded="),
        failed: try reader.decimal(field: " nr_thp_failed="),
        split: try reader.decimal(field: " nr_thp_split="))
    }
    if reader.starts(" nr_split=") { split = try reader.decimal(field: " nr_split=") }
    mode = try reader.word(field: " mode=")
    reason = try reader.word(field: " reason=")
  }
}

extension TraceEvent.Fallback {
  fileprivate init(_ reader: inout LineReader) throws(FormatError) {
    page = try reader.word(field: "page=")
    pfn = try reader.pfn(field: " pfn=")
    allocOrder = try reader.order(field: " alloc_order=")
    fallbackOrder = try reader.order(field: " fallback_order=")
    pageblockOrder = try reader.order(field: " pageblock_order=")
    allocMigratetype = try reader.decimal(field: " alloc_migratetype=")
    fallbackMigratetype = try reader.decimal(field: " fallback_migratetype=")
    fragmenting = try reader.decimal(field: " fragmenting=")
    changeOwnership = try reader.decimal(field: " change_ownership=")
  }
}

extension LineReader {
  /// Whether `literal` comes next.
  fileprivate func starts(_ literal: String) -> Bool {
    var ahead = self
    return ahead.skip(literal)
  }

  fileprivate mutating func decimal(field: String) throws(FormatError) -> Int {
    try expect(field)
    return try decimal("a number", below: Bounds.event)
  }

  /// An order; −1 for a whole zone.
  fileprivate mutating func order(field: String) throws(FormatError) -> Int {
    try expect(field)
    return try decimal("an order", below: Bounds.orders)
  }

  /// A page frame number: hexadecimal with 0x, or decimal, as the kernel's word with a sign.
  fileprivate mutating func pfn(field: String) throws(FormatError) -> Int {
    try expect(field)
    return Int(truncatingIfNeeded: skip("0x") ? try wideHexadecimal("a pfn") : try wide("a pfn"))
  }

  fileprivate mutating func word(field: String) throws(FormatError) -> String {
    try expect(field)
    return try word("a word")
  }

  /// A word that is filled up to 8 columns (`%-8s`), but for blanks that were lost at the end of the line.
  fileprivate mutating func paddedWord(field: String) throws(FormatError) -> String {
    let word = try word(field: field)
    for _ in 0..<max(0, 8 - word.utf8.count) where !atEnd { try expect(" ") }
    return word
  }

  fileprivate mutating func highestZone() throws(FormatError) -> String {
    try paddedWord(field: starts(" highest_zoneidx=") ? " highest_zoneidx=" : " classzone_idx=")
  }

  /// Before 4.8 there was a mode in its place: 0 async, 1 sync light, 2 sync.
  fileprivate mutating func priority() throws(FormatError) -> Int {
    starts(" mode=") ? 2 - (try decimal(field: " mode=")) : try decimal(field: " priority=")
  }

  fileprivate mutating func status(field: String) throws(FormatError) -> CompactionStatus {
    let text = try word(field: field)
    guard let status = CompactionStatus(text: text) else {
      throw error("“\(text.prefix(24))” is no result of compaction")
    }
    return status
  }
}
