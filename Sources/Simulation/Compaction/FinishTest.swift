/// When a run is over (model 4.3, `compact_finished`).
extension Kernel {
  func testFinished(_ zone: Zone) -> CompactResult {
    let result = finishVerdict(zone)
    trace(.finished(zone: zone.name, order: control.order, result: result))
    let rule: Rule =
      switch result {
      case .complete, .partialSkipped: scannersMet ? .scannersMet : .proactiveGoalReached
      case .contended: .finishContended
      case .success: control.proactive ? .proactiveGoalReached : .finishSucceeds
      default: .finishContinues
      }
    note(rule, .test(migrate: migratePfn, free: freePfn, result: result))
    return result == .noSuitablePage ? .continue : result
  }

  private func finishVerdict(_ zone: Zone) -> CompactResult {
    if scannersMet {
      resetCachedPositions(zone)
      if control.direct { set(zoneRegister(zone, .blockskipFlush), 1) }
      return control.wholeZone ? .complete : .partialSkipped
    }
    if control.proactive {
      if read(zoneRegister(zone, .reclaimActive)) != 0 { return .partialSkipped }
      let score = memory.freeBlockCounts(zone: zone.index).score(hugeOrder: scale.hugeOrder)
      return stopIfContended(score > proactiveMarks.low ? .continue : .success)
    }
    if control.viaCompactMemory { return .continue }
    guard migratePfn.isAligned(toOrder: scale.pageblockOrder) else { return .continue }
    let type = control.migratetype
    for order in control.order...scale.maxOrder {
      if !memory.isEmpty(lists.free(zone: zone.index, order: order, type: type)) { return .success }
      if type == .movable, !memory.isEmpty(lists.free(zone: zone.index, order: order, type: .cma)) {
        return .success
      }
      if fallbackType(zone, order: order, type: type) != nil, canSteal(order: order, type: type) {
        return .success
      }
    }
    return stopIfContended(.noSuitablePage)
  }

  private func stopIfContended(_ result: CompactResult) -> CompactResult {
    contended || isGivenUp ? .contended : result
  }

  /// The next run starts at the zone's ends again (`reset_cached_positions`).
  private func resetCachedPositions(_ zone: Zone) {
    set(zoneRegister(zone, .cachedMigrateAsync), zone.start)
    set(zoneRegister(zone, .cachedMigrateSync), zone.start)
    set(zoneRegister(zone, .cachedFree), scale.pageblockStart(zone.end - 1))
  }
}
