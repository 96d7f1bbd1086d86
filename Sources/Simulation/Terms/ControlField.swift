/// What a run knows of itself (`struct compact_control`), plus what a picture needs to know.
public enum ControlField: Int, CaseIterable, Sendable {
  /// 1 while a run is on.
  case running
  /// Which request is served: 0 for the run's own, then one more for each that a person let follow.
  case request
  case zone, order, mode, migratetype
  case migratePfn, freePfn
  /// The very page that each scanner looks at.
  case migrateCursor, freeCursor
  /// Still to be served with targets (`nr_migratepages`).
  case nrMigratepages
  case nrFreepages
  case migrateScanned, freeScanned
  case lastMigratedPfn, fastStartPfn, fastSearchFail, searchOrder
  case wholeZone, finishPageblock, contended
  /// Pages isolated by both scanners in this run.
  case isolated
  /// Of the batch under way: pages moved and failed; 0 between batches.
  case batchMoved, batchFailed
  /// Pages on `migratepages`, on the list of targets, and captured.
  case sources, targets, captured
  case result
  /// Sink of lists that nobody counts.
  case uncounted
  static let total = ControlField.allCases.count
}
