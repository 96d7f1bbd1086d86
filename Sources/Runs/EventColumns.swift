import KernelInterface
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
    /// Words of a language.
    case text(String)

    public var description: String {
      switch self {
      case .number(let number): String(number)
      case .pfn(let pfn): "0x" + String(pfn, radix: 16)
      case .word(let text), .text(let text): text
      }
    }
  }

  public init(_ event: TraceEvent) {
    name = event.name
    pages = event.pages
    figures = event.figures
  }

  public typealias Figures = [(name: String, value: Figure)]
}

extension TraceEvent {
  /// The pages it is about, if any.
  var pages: Range<Pfn>? {
    switch self {
    case .compactionBegin(let bounds), .compactionEnd(let bounds, _):
      bounds.zoneStart..<max(bounds.zoneStart, bounds.zoneEnd)
    case .isolateMigratepages(let range), .isolateFreepages(let range), .fastIsolateFreepages(let range):
      range.start.map { $0..<max($0, range.end ?? $0) }
    case .allocExtfrag(let fallback):
      fallback.pfn..<max(fallback.pfn, fallback.pfn &+ 1 << fallback.fallbackOrder)
    default: nil
    }
  }

  fileprivate var figures: EventColumns.Figures {
    switch self {
    case .compactionBegin(let bounds): bounds.figures
    case .compactionEnd(let bounds, let status): bounds.figures + [("status", .word(status.text))]
    case .isolateMigratepages(let range), .isolateFreepages(let range), .fastIsolateFreepages(let range):
      [("nr_scanned", .number(range.scanned)), ("nr_taken", .number(range.taken))]
    case .migratepages(let migrated, let failed):
      [("nr_migrated", .number(migrated)), ("nr_failed", .number(failed))]
    case .tryToCompactPages(let order, _, let priority):
      [("order", .number(order)), ("priority", .number(priority))]
    case .finished(let verdict), .suitable(let verdict):
      [("zone", .word(verdict.zone)), ("order", .number(verdict.order)), ("ret", .word(verdict.status.text))]
    case .deferred(let deferral), .deferCompaction(let deferral), .deferReset(let deferral):
      [
        ("zone", .word(deferral.zone)), ("order", .number(deferral.order)),
        ("order_failed", .number(deferral.orderFailed)), ("consider", .number(deferral.considered)),
        ("limit", .number(deferral.limit)),
      ]
    case .wakeupKcompactd(_, let order, let zone), .kcompactdWake(_, let order, let zone):
      [("order", .number(order)), ("zone", .word(zone))]
    case .migratePages(let result):
      [
        ("nr_succeeded", .number(result.succeeded)), ("nr_failed", .number(result.failed)),
        ("mode", .word(result.mode)),
      ]
    case .migratePagesStart(let mode, _): [("mode", .word(mode))]
    case .allocExtfrag(let fallback): [("order", .number(fallback.allocOrder))]
    case .kcompactdSleep, .mark, .other: []
    }
  }
}

extension TraceEvent.CompactionBounds {
  fileprivate var figures: EventColumns.Figures {
    [("migrate_pfn", .pfn(migratePFN)), ("free_pfn", .pfn(freePFN))]
      + (sync.map { [("mode", .word($0 ? "sync" : "async"))] } ?? [])
  }
}
