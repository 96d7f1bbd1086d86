/// The kernel thread that compacts for others (model 3.3).
extension Kernel {
  /// Wakes kcompactd for a request that somebody could not be given, if it is worth it, and lets it do
  /// its work (`wakeup_kcompactd`, `kcompactd_do_work`).
  /// - Returns: how each zone ended that was compacted; empty where nobody was woken.
  @discardableResult
  func wakeKcompactd(order: Order, highestZone: ZoneName) -> [CompactResult] {
    guard order > 0 else { return [] }
    task = .requester
    let zones = memory.zones.filter { $0.name <= highestZone }
    guard let worth = zones.first(where: { isWorthCompacting($0, order: order, highestZone: highestZone) })
    else {
      let lacking = zones.first { !hasBlock($0, order: order, highestZone: highestZone) }
      note(.kcompactdSleepsOn, .wakeup(order: order, zone: lacking?.index))
      return []
    }
    trace(.wakeupKcompactd(order: order, highestZone: highestZone))
    note(.wakesKcompactd, .wakeup(order: order, zone: worth.index))
    return workForRequests(order: order, highestZone: highestZone, zones)
  }

  /// The same for a request that nobody waits for: where each zone worth it is put off after failures, nobody is
  /// woken; the attempt counts all the same (model 4.8).
  func wakeKcompactdUnlessDeferred(order: Order, highestZone: ZoneName) {
    var control = CompactControl()
    control.order = order
    control.highestZone = highestZone
    let worthIt = memory.zones.filter {
      $0.name <= highestZone && !hasBlock($0, order: order, highestZone: highestZone)
        && unsuitability($0, control) == nil
    }
    if !worthIt.isEmpty, worthIt.allSatisfy({ isPutOff($0, order: order) }) {
      for zone in worthIt { _ = isDeferred(zone, order: order) }
    } else {
      wakeKcompactd(order: order, highestZone: highestZone)
    }
  }

  private func workForRequests(order: Order, highestZone: ZoneName, _ zones: [Zone])
    -> [CompactResult]
  {
    task = .kcompactd
    trace(.kcompactdWake(order: order, highestZone: highestZone))
    add(1, to: .vmstat(.compactDaemonWake))
    let migrateScanned = read(.vmstat(.compactMigrateScanned))
    let freeScanned = read(.vmstat(.compactFreeScanned))
    var results: [CompactResult] = []
    for zone in zones {
      guard !isGivenUp, !isDeferred(zone, order: order),
        isWorthCompacting(zone, order: order, highestZone: highestZone)
      else { continue }
      var request = CompactControl()
      request.order = order
      request.mode = .syncLight
      request.highestZone = highestZone
      let result = compactZone(zone, request)
      results.append(result)
      switch result {
      case .success: resetDeferral(zone, order: order, allocated: false)
      case .complete, .partialSkipped:
        drainAllSets(zone)
        deferCompaction(zone, order: order)
      default: break
      }
    }
    control = CompactControl()
    add(read(.vmstat(.compactMigrateScanned)) - migrateScanned, to: .vmstat(.compactDaemonMigrateScanned))
    add(read(.vmstat(.compactFreeScanned)) - freeScanned, to: .vmstat(.compactDaemonFreeScanned))
    trace(.kcompactdSleep)
    note(.kcompactdSleeps)
    return results
  }

  /// A zone is worth it where the request would fail and compaction could run (`kcompactd_node_suitable`).
  private func isWorthCompacting(_ zone: Zone, order: Order, highestZone: ZoneName) -> Bool {
    var control = CompactControl()
    control.order = order
    control.highestZone = highestZone
    return !hasBlock(zone, order: order, highestZone: highestZone) && isSuitable(zone, control)
  }

  private func hasBlock(_ zone: Zone, order: Order, highestZone: ZoneName) -> Bool {
    watermarkOK(zone, order: order, mark: watermark(zone, .min), highest: highestZone, flags: [])
  }
}
