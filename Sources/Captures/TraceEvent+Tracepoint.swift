import KernelInterface
import Simulation

extension TraceEvent {
  /// What a tracepoint of the simulation prints.
  /// - Parameter node: every zone is on it.
  public init(_ tracepoint: Tracepoint, version: KernelVersion, node: Int = 0) {
    func status(_ result: CompactResult) -> CompactionStatus {
      CompactionStatus(rawValue: result.rawValue) ?? .continue
    }
    switch tracepoint {
    case .begin(let start, let migrate, let free, let end, let sync):
      self = .compactionBegin(
        CompactionBounds(
          zoneStart: start, migratePFN: migrate, freePFN: free, zoneEnd: end, sync: sync))
    case .end(let start, let migrate, let free, let end, let sync, let result):
      self = .compactionEnd(
        CompactionBounds(
          zoneStart: start, migratePFN: migrate, freePFN: free, zoneEnd: end, sync: sync),
        status: status(result))
    case .isolateMigratepages(let start, let end, let scanned, let taken):
      self = .isolateMigratepages(IsolatedRange(start: start, end: end, scanned: scanned, taken: taken))
    case .isolateFreepages(let start, let end, let scanned, let taken):
      self = .isolateFreepages(IsolatedRange(start: start, end: end, scanned: scanned, taken: taken))
    case .fastIsolateFreepages(let start, let end, let scanned, let taken):
      self = .fastIsolateFreepages(
        IsolatedRange(start: start, end: end, scanned: scanned, taken: taken))
    case .migratepages(let migrated, let failed):
      self = .migratepages(migrated: migrated, failed: failed)
    case .tryToCompactPages(let order, let priority, let request):
      self = .tryToCompactPages(order: order, gfpMask: request.traceText, priority: priority)
    case .finished(let zone, let order, let result):
      self = .finished(
        ZoneStatus(node: node, zone: zone.description, order: order, status: status(result)))
    case .suitable(let zone, let order, let result):
      self = .suitable(
        ZoneStatus(node: node, zone: zone.description, order: order, status: status(result)))
    case .deferred(let zone, let order, let failed, let considered, let limit):
      self = .deferred(
        Deferral(
          node: node, zone: zone.description, order: order, orderFailed: failed,
          considered: considered, limit: limit))
    case .deferCompaction(let zone, let order, let failed, let considered, let limit):
      self = .deferCompaction(
        Deferral(
          node: node, zone: zone.description, order: order, orderFailed: failed,
          considered: considered, limit: limit))
    case .deferReset(let zone, let order, let failed, let considered, let limit):
      self = .deferReset(
        Deferral(
          node: node, zone: zone.description, order: order, orderFailed: failed,
          considered: considered, limit: limit))
    case .kcompactdSleep: self = .kcompactdSleep(node: node)
    case .wakeupKcompactd(let order, let zone):
      self = .wakeupKcompactd(node: node, order: order, highestZone: zone.description)
    case .kcompactdWake(let order, let zone):
      self = .kcompactdWake(node: node, order: order, highestZone: zone.description)
    case .testPagesIsolated(let outcome):
      func hex(_ pfn: Pfn) -> String { "0x" + String(pfn, radix: 16) }
      self = .other(
        name: "test_pages_isolated",
        fields: "start_pfn=\(hex(outcome.start)) end_pfn=\(hex(outcome.end)) "
          + "fin_pfn=\(hex(outcome.busy.first?.pfn ?? outcome.end)) ret=\(outcome.isGiven ? "success" : "fail")"
      )
    case .migratePages(let succeeded, let failed, let mode):
      self = .migratePages(
        MigrateResult(
          succeeded: succeeded, failed: failed,
          split: version.migratesInBatches ? 0 : nil, mode: mode.traceName, reason: "compaction"))
    }
  }
}
