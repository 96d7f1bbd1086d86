import KernelInterface

/// What one task does in one zone between `mm_compaction_begin` and `mm_compaction_end`.
public struct Attempt: Equatable, Sendable, Encodable {
  /// First pfn of the zone.
  public var zoneStart: Int
  /// The kernel's word for how it ended; nil where the trace breaks off.
  public var status: String?
  public var sums: EventSums
  /// All its events, begin and end included.
  public let events: [TraceEvent]

  enum CodingKeys: CodingKey { case zoneStart, status, sums }

  /// Cuts one task's events into attempts; what lies between them belongs to none.
  public static func all(in events: [TraceEvent]) -> [Attempt] {
    var attempts: [Attempt] = []
    var open: (start: Int, events: [TraceEvent])?
    for event in events {
      if case .compactionBegin(let bounds) = event {
        if let open { attempts.append(Attempt(open.start, open.events, status: nil)) }
        open = (bounds.zoneStart, [])
      }
      open?.events.append(event)
      if case .compactionEnd(_, let status) = event, let ended = open {
        attempts.append(Attempt(ended.start, ended.events, status: status.text))
        open = nil
      }
    }
    if let open { attempts.append(Attempt(open.start, open.events, status: nil)) }
    return attempts
  }

  private init(_ zoneStart: Int, _ events: [TraceEvent], status: String?) {
    self.zoneStart = zoneStart
    self.status = status
    self.events = events
    sums = EventSums(events)
  }
}

/// The numbers of a stretch of trace, added up, in pages.
public struct EventSums: Equatable, Sendable, Encodable {
  public var migrateScanned = 0
  public var migrateTaken = 0
  public var freeScanned = 0
  public var freeTaken = 0
  public var migrated = 0
  public var failed = 0

  public init(_ events: [TraceEvent]) {
    for event in events {
      switch event {
      case .isolateMigratepages(let range):
        migrateScanned += range.scanned
        migrateTaken += range.taken
      case .isolateFreepages(let range), .fastIsolateFreepages(let range):
        freeScanned += range.scanned
        freeTaken += range.taken
      case .migratepages(let moved, let left):
        migrated += moved
        failed += left
      default: break
      }
    }
  }
}
