/// What a run knows of itself (`struct compact_control`), plus what a picture needs to know.
public enum ControlField: Int, CaseIterable, Sendable {
  /// 1 while a run is on.
  case running
  case zone, order, mode, migratetype
  /// What else it is asked to do: the raw values of its masks and flags, the highest zone it may use (−1 for
  /// none named), and for which order and zone capture is armed (−1 where it is not).
  case gfp, allocFlags, options, highestZone, captureOrder, captureZone
  case migratePfn, freePfn
  /// The very page that each scanner looks at.
  case migrateCursor, freeCursor
  /// First page of the pageblock that each scanner has scanned last in this run; 0 for none yet.
  case migrateBlock, freeBlock
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
  /// 1 while both cached positions of the migrate scanner have been the same from the run's start.
  case keepsCachesEqual
  static let total = ControlField.allCases.count
}
