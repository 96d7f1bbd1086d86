/// How a compaction run ended, or why it did not start (model 4.1, `enum compact_result`). The order
/// counts: results of several zones are combined with `max`.
public enum CompactResult: Int, Comparable, Sendable {
  case notSuitableZone, skipped, deferred, noSuitablePage, `continue`, complete, partialSkipped
  case contended, success

  public static func < (a: CompactResult, b: CompactResult) -> Bool { a.rawValue < b.rawValue }

  /// The kernel's word in trace text.
  public var traceName: String {
    switch self {
    case .notSuitableZone: "not_suitable_zone"
    case .skipped: "skipped"
    case .deferred: "deferred"
    case .noSuitablePage: "no_suitable_page"
    case .continue: "continue"
    case .complete: "complete"
    case .partialSkipped: "partial_skipped"
    case .contended: "contended"
    case .success: "success"
    }
  }
}

/// Who runs compaction: a task of the requester, or the kernel thread.
public enum CompactionTask: Equatable, Sendable { case requester, kcompactd }

/// What the kernel would write into its trace buffer (model 10.3, group `compaction`).
public enum Tracepoint: Equatable, Sendable {
  case begin(zoneStart: Pfn, migratePfn: Pfn, freePfn: Pfn, zoneEnd: Pfn, sync: Bool)
  case end(
    zoneStart: Pfn, migratePfn: Pfn, freePfn: Pfn, zoneEnd: Pfn, sync: Bool, status: CompactResult)
  case isolateMigratepages(start: Pfn, end: Pfn, scanned: Int, taken: Int)
  case isolateFreepages(start: Pfn, end: Pfn, scanned: Int, taken: Int)
  case fastIsolateFreepages(start: Pfn, end: Pfn, scanned: Int, taken: Int)
  case migratepages(migrated: Int, failed: Int)
  case tryToCompactPages(order: Order, priority: Int, request: GFPMask)
  case finished(zone: ZoneName, order: Order, result: CompactResult)
  case suitable(zone: ZoneName, order: Order, result: CompactResult)
  case deferred(zone: ZoneName, order: Order, orderFailed: Order, considered: Int, limit: Int)
  case deferCompaction(zone: ZoneName, order: Order, orderFailed: Order, considered: Int, limit: Int)
  case deferReset(zone: ZoneName, order: Order, orderFailed: Order, considered: Int, limit: Int)
  case kcompactdSleep
  case wakeupKcompactd(order: Order, highestZone: ZoneName)
  case kcompactdWake(order: Order, highestZone: ZoneName)
  /// `migrate:mm_migrate_pages` for reason compaction.
  case migratePages(succeeded: Int, failed: Int, mode: MigrateMode)
}

/// How hard a run tries (model 7.1, `enum migrate_mode`).
public enum MigrateMode: Int, Comparable, Sendable {
  case async, syncLight, sync
  public static func < (a: MigrateMode, b: MigrateMode) -> Bool { a.rawValue < b.rawValue }

  /// The kernel's word in trace text.
  public var traceName: String {
    switch self {
    case .async: "MIGRATE_ASYNC"
    case .syncLight: "MIGRATE_SYNC_LIGHT"
    case .sync: "MIGRATE_SYNC"
    }
  }
}
