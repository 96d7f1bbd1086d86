/// One number of the machine's state: a zone counter, a cached scanner position, a field of
/// `compact_control`, a vmstat counter. All of them lie in one flat array, so that each change of one
/// can be recorded and taken back in the same way.
public struct Register: Hashable, Sendable {
  public let index: Int
  @inline(__always) init(index: Int) { self.index = index }

  @inline(__always) public static func control(_ field: ControlField) -> Register {
    Register(index: field.rawValue)
  }
  @inline(__always) public static func vmstat(_ counter: VMStatCounter) -> Register {
    Register(index: ControlField.total &+ counter.rawValue)
  }
  /// - Parameter zone: index into the machine's populated zones.
  @inline(__always) public static func zone(_ zone: Int, _ field: ZoneField) -> Register {
    Register(index: zonesStart &+ zone &* ZoneField.total &+ field.rawValue)
  }
  @inline(__always) static var zonesStart: Int { ControlField.total &+ VMStatCounter.total }

  static func pageset(zone: Int, cpu: Int, _ field: PagesetField, zones: Int, cpus: Int) -> Register {
    Register(
      index: zonesStart &+ zones &* ZoneField.total &+ (zone &* cpus &+ cpu) &* PagesetField.total
        &+ field.rawValue)
  }
}

/// A zone's numbers (model 1.2, `struct zone`), in pages or as pfn.
public enum ZoneField: Int, CaseIterable, Sendable {
  /// NR_FREE_PAGES: pages on free lists.
  case freePages
  /// NR_FREE_CMA_PAGES
  case freeCMA
  /// Pages on HighAtomic free lists.
  case freeHighAtomic
  case reservedHighAtomic
  /// The marks (`_watermark`), without the boost.
  case watermarkMin, watermarkLow, watermarkHigh, watermarkPromo
  case watermarkBoost
  /// 1 while `ZONE_BELOW_HIGH` is set (model 2.4).
  case belowHigh
  /// 1 while kswapd reclaims in this zone.
  case reclaimActive
  case cachedMigrateAsync, cachedMigrateSync, cachedFree, initMigrate, initFree
  case considered, deferShift, orderFailed, blockskipFlush
  static let total = ZoneField.allCases.count
}

/// A per-CPU set's numbers (model 1.5, `struct per_cpu_pages`), in pages but for factors and flags.
public enum PagesetField: Int, CaseIterable, Sendable {
  case count, high, highMin, highMax, batch
  /// 6.1: doubles the portion given back with each overflow.
  case freeFactor
  /// 6.12: pages freed since the last allocation.
  case freeCount
  case allocFactor
  /// Bit 0: the last free was of order 1 to 3. Bit 1: CPUs share large caches.
  case flags
  static let total = PagesetField.allCases.count
}

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

/// Counters of `/proc/vmstat` (model 9).
public enum VMStatCounter: Int, CaseIterable, Sendable {
  case compactMigrateScanned, compactFreeScanned, compactIsolated
  case compactStall, compactFail, compactSuccess
  case compactDaemonWake, compactDaemonMigrateScanned, compactDaemonFreeScanned
  case pgmigrateSuccess, pgmigrateFail
  case thpMigrationSuccess, thpMigrationFail, thpMigrationSplit
  case thpFaultAlloc, thpFaultFallback
  case allocstallDMA, allocstallNormal, allocstallMovable
  case pgallocDMA, pgallocDMA32, pgallocNormal, pgallocMovable, pgfree
  static let total = VMStatCounter.allCases.count

  /// Pages allocated from a zone.
  static func pgalloc(_ zone: ZoneName) -> VMStatCounter {
    switch zone {
    case .dma: .pgallocDMA
    case .dma32: .pgallocDMA32
    case .normal: .pgallocNormal
    case .movable: .pgallocMovable
    }
  }

  /// The name in `/proc/vmstat`.
  public var procName: String {
    switch self {
    case .compactMigrateScanned: "compact_migrate_scanned"
    case .compactFreeScanned: "compact_free_scanned"
    case .compactIsolated: "compact_isolated"
    case .compactStall: "compact_stall"
    case .compactFail: "compact_fail"
    case .compactSuccess: "compact_success"
    case .compactDaemonWake: "compact_daemon_wake"
    case .compactDaemonMigrateScanned: "compact_daemon_migrate_scanned"
    case .compactDaemonFreeScanned: "compact_daemon_free_scanned"
    case .pgmigrateSuccess: "pgmigrate_success"
    case .pgmigrateFail: "pgmigrate_fail"
    case .thpMigrationSuccess: "thp_migration_success"
    case .thpMigrationFail: "thp_migration_fail"
    case .thpMigrationSplit: "thp_migration_split"
    case .thpFaultAlloc: "thp_fault_alloc"
    case .thpFaultFallback: "thp_fault_fallback"
    case .allocstallDMA: "allocstall_dma"
    case .allocstallNormal: "allocstall_normal"
    case .allocstallMovable: "allocstall_movable"
    case .pgfree: "pgfree"
    case .pgallocDMA: "pgalloc_dma"
    case .pgallocDMA32: "pgalloc_dma32"
    case .pgallocNormal: "pgalloc_normal"
    case .pgallocMovable: "pgalloc_movable"
    }
  }
}
