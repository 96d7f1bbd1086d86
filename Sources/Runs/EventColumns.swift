import Simulation

/// An event of a run in columns: the kernel's names of it and of its figures.
public struct EventColumns {
  /// As in the kernel's trace.
  public var name: String
  /// First page and the one behind the last.
  public var pages: Range<Pfn>?
  /// Under the kernel's names, in the trace's order.
  public var figures: [(name: String, value: Figure)]

  /// What stands in a column.
  public enum Figure: Equatable, Sendable, CustomStringConvertible {
    case number(Int)
    case pfn(Pfn)
    case word(String)

    public var description: String {
      switch self {
      case .number(let number): String(number)
      case .pfn(let pfn): "0x" + String(pfn, radix: 16)
      case .word(let word): word
      }
    }
  }

  public init(_ tracepoint: Tracepoint) {
    switch tracepoint {
    case .begin(let start, let migrate, let free, let end, let sync):
      self.init("mm_compaction_begin", start..<end, Self.scanners(migrate, free, sync))
    case .end(let start, let migrate, let free, let end, let sync, let status):
      self.init(
        "mm_compaction_end", start..<end,
        Self.scanners(migrate, free, sync) + [("status", .word(status.traceName))])
    case .isolateMigratepages(let start, let end, let scanned, let taken):
      self.init("mm_compaction_isolate_migratepages", start..<max(start, end), Self.counts(scanned, taken))
    case .isolateFreepages(let start, let end, let scanned, let taken):
      self.init("mm_compaction_isolate_freepages", start..<max(start, end), Self.counts(scanned, taken))
    case .fastIsolateFreepages(let start, let end, let scanned, let taken):
      self.init("mm_compaction_fast_isolate_freepages", start..<max(start, end), Self.counts(scanned, taken))
    case .migratepages(let migrated, let failed):
      self.init(
        "mm_compaction_migratepages", nil,
        [("nr_migrated", .number(migrated)), ("nr_failed", .number(failed))])
    case .tryToCompactPages(let order, let priority, _):
      self.init(
        "mm_compaction_try_to_compact_pages", nil,
        [("order", .number(order)), ("priority", .number(priority))])
    case .finished(let zone, let order, let result):
      self.init("mm_compaction_finished", nil, Self.result(zone, order, result))
    case .suitable(let zone, let order, let result):
      self.init("mm_compaction_suitable", nil, Self.result(zone, order, result))
    case .deferred(let zone, let order, let failed, let considered, let limit):
      self.init("mm_compaction_deferred", nil, Self.deferral(zone, order, failed, considered, limit))
    case .deferCompaction(let zone, let order, let failed, let considered, let limit):
      self.init("mm_compaction_defer_compaction", nil, Self.deferral(zone, order, failed, considered, limit))
    case .deferReset(let zone, let order, let failed, let considered, let limit):
      self.init("mm_compaction_defer_reset", nil, Self.deferral(zone, order, failed, considered, limit))
    case .kcompactdSleep: self.init("mm_compaction_kcompactd_sleep", nil, [])
    case .wakeupKcompactd(let order, let zone):
      self.init(
        "mm_compaction_wakeup_kcompactd", nil, [("order", .number(order)), ("zone", .word(zone.description))])
    case .kcompactdWake(let order, let zone):
      self.init(
        "mm_compaction_kcompactd_wake", nil, [("order", .number(order)), ("zone", .word(zone.description))])
    case .migratePages(let succeeded, let failed, let mode):
      self.init(
        "mm_migrate_pages", nil,
        [
          ("nr_succeeded", .number(succeeded)), ("nr_failed", .number(failed)),
          ("mode", .word(mode.traceName)),
        ])
    }
  }

  private init(_ name: String, _ pages: Range<Pfn>?, _ figures: Figures) {
    self.name = name
    self.pages = pages
    self.figures = figures
  }

  private typealias Figures = [(name: String, value: Figure)]

  private static func counts(_ scanned: Int, _ taken: Int) -> Figures {
    [("nr_scanned", .number(scanned)), ("nr_taken", .number(taken))]
  }
  private static func scanners(_ migrate: Pfn, _ free: Pfn, _ sync: Bool) -> Figures {
    [
      ("migrate_pfn", .pfn(migrate)), ("free_pfn", .pfn(free)),
      ("mode", .word(sync ? "sync" : "async")),
    ]
  }
  private static func result(_ zone: ZoneName, _ order: Order, _ result: CompactResult) -> Figures {
    [("zone", .word(zone.description)), ("order", .number(order)), ("ret", .word(result.traceName))]
  }
  private static func deferral(
    _ zone: ZoneName, _ order: Order, _ failed: Order, _ considered: Int, _ limit: Int
  ) -> Figures {
    [
      ("zone", .word(zone.description)), ("order", .number(order)), ("order_failed", .number(failed)),
      ("consider", .number(considered)), ("limit", .number(limit)),
    ]
  }
}

extension CompactionTask {
  /// Nobody has a name here but the kernel's thread.
  public var name: String {
    switch self {
    case .requester: "task"
    case .kcompactd: "kcompactd"
    }
  }
}
