/// One tracepoint's record, with what it prints (model 10.3). Positions are pfns, numbers are pages.
///
/// Positions are the kernel's words as signed numbers: 6.12 prints some with the topmost bit set, which are
/// negative here and printed as they were.
public enum TraceEvent: Hashable, Sendable {
  /// A zone's compaction begins.
  case compactionBegin(CompactionBounds)
  /// It ends, with the positions reached.
  case compactionEnd(CompactionBounds, status: CompactionStatus)
  case isolateMigratepages(IsolatedRange)
  case isolateFreepages(IsolatedRange)
  /// From 6.12 on; the range is (min_pfn ~ free_pfn), not what was scanned.
  case fastIsolateFreepages(IsolatedRange)
  /// A batch was migrated; `failed` counts the pages not tried, too.
  case migratepages(migrated: Int, failed: Int)
  /// priority: 2 async, 1 sync light, 0 sync full.
  case tryToCompactPages(order: Int, gfpMask: String, priority: Int)
  case finished(ZoneStatus)
  case suitable(ZoneStatus)
  case deferred(Deferral)
  case deferCompaction(Deferral)
  case deferReset(Deferral)
  case kcompactdSleep(node: Int)
  case wakeupKcompactd(node: Int, order: Int, highestZone: String)
  case kcompactdWake(node: Int, order: Int, highestZone: String)
  /// `mm_migrate_pages`: one call of migrate_pages, of any reason.
  case migratePages(MigrateResult)
  case migratePagesStart(mode: String, reason: String)
  /// `mm_page_alloc_extfrag`: an allocation took pages of another migratetype's pageblock.
  case allocExtfrag(Fallback)
  /// A line that a program wrote into `trace_marker`.
  case mark(String)
  /// An event that this program has no use for, as printed.
  case other(name: String, fields: String)

  /// `zone_start`, `migrate_pfn`, `free_pfn`, `zone_end` and `mode`.
  public struct CompactionBounds: Hashable, Sendable {
    public var zoneStart: Int
    public var migratePFN: Int
    public var freePFN: Int
    public var zoneEnd: Int
    /// mode=sync covers SYNC_LIGHT and SYNC; nil before 4.0.
    public var sync: Bool?

    public init(zoneStart: Int, migratePFN: Int, freePFN: Int, zoneEnd: Int, sync: Bool?) {
      (self.zoneStart, self.zoneEnd, self.sync) = (zoneStart, zoneEnd, sync)
      (self.migratePFN, self.freePFN) = (migratePFN, freePFN)
    }
  }

  /// `range=(start ~ end) nr_scanned nr_taken`
  public struct IsolatedRange: Hashable, Sendable {
    /// Nil before 4.0.
    public var start: Int?
    public var end: Int?
    public var scanned: Int
    public var taken: Int

    public init(start: Int?, end: Int?, scanned: Int, taken: Int) {
      (self.start, self.end, self.scanned, self.taken) = (start, end, scanned, taken)
    }
  }

  /// A verdict on a zone for an order; −1 is a whole zone.
  public struct ZoneStatus: Hashable, Sendable {
    public var node: Int
    public var zone: String
    public var order: Int
    public var status: CompactionStatus

    public init(node: Int, zone: String, order: Int, status: CompactionStatus) {
      (self.node, self.zone, self.order, self.status) = (node, zone, order, status)
    }
  }

  /// A zone's deferral: `considered` of `limit` requests were let pass.
  public struct Deferral: Hashable, Sendable {
    public var node: Int
    public var zone: String
    public var order: Int
    public var orderFailed: Int
    public var considered: Int
    /// 1 << defer_shift
    public var limit: Int

    public init(node: Int, zone: String, order: Int, orderFailed: Int, considered: Int, limit: Int) {
      (self.node, self.zone, self.order) = (node, zone, order)
      (self.orderFailed, self.considered, self.limit) = (orderFailed, considered, limit)
    }
  }

  public struct MigrateResult: Hashable, Sendable {
    public var succeeded: Int
    public var failed: Int
    /// Nil before 5.9.
    public var thp: HugePages?
    /// `nr_split`, which 6.1 doesn't print.
    public var split: Int?
    /// MIGRATE_ASYNC, MIGRATE_SYNC_LIGHT or MIGRATE_SYNC.
    public var mode: String
    public var reason: String

    public struct HugePages: Hashable, Sendable {
      public var succeeded: Int
      public var failed: Int
      public var split: Int
      public static let zero = HugePages(succeeded: 0, failed: 0, split: 0)
    }

    public init(
      succeeded: Int, failed: Int, thp: HugePages? = .zero,
      split: Int?, mode: String, reason: String = "compaction"
    ) {
      self.succeeded = succeeded
      self.failed = failed
      self.thp = thp
      self.split = split
      self.mode = mode
      self.reason = reason
    }
  }

  public struct Fallback: Hashable, Sendable {
    /// The page's address as printed, hashed.
    public var page: String
    public var pfn: Int
    public var allocOrder: Int
    public var fallbackOrder: Int
    public var pageblockOrder: Int
    public var allocMigratetype: Int
    public var fallbackMigratetype: Int
    public var fragmenting: Int
    public var changeOwnership: Int
  }

  /// The tracepoint's name.
  public var name: String {
    switch self {
    case .compactionBegin: "mm_compaction_begin"
    case .compactionEnd: "mm_compaction_end"
    case .isolateMigratepages: "mm_compaction_isolate_migratepages"
    case .isolateFreepages: "mm_compaction_isolate_freepages"
    case .fastIsolateFreepages: "mm_compaction_fast_isolate_freepages"
    case .migratepages: "mm_compaction_migratepages"
    case .tryToCompactPages: "mm_compaction_try_to_compact_pages"
    case .finished: "mm_compaction_finished"
    case .suitable: "mm_compaction_suitable"
    case .deferred: "mm_compaction_deferred"
    case .deferCompaction: "mm_compaction_defer_compaction"
    case .deferReset: "mm_compaction_defer_reset"
    case .kcompactdSleep: "mm_compaction_kcompactd_sleep"
    case .wakeupKcompactd: "mm_compaction_wakeup_kcompactd"
    case .kcompactdWake: "mm_compaction_kcompactd_wake"
    case .migratePages: "mm_migrate_pages"
    case .migratePagesStart: "mm_migrate_pages_start"
    case .allocExtfrag: "mm_page_alloc_extfrag"
    case .mark: "tracing_mark_write"
    case .other(let name, _): name
    }
  }
}
