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
  /// `page_isolation:test_pages_isolated`: a range was emptied for one owner, or could not be.
  case testPagesIsolated(ContiguousOutcome)
}
