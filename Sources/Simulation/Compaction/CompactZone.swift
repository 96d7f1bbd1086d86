/// The loop at the heart of compaction (model 4.2, `compact_zone`).
extension Kernel {
  /// Compacts one zone: the migrate scanner climbs and collects pages that can move, the free scanner
  /// descends and collects frames for them, until they meet or what was asked for is there.
  /// - Returns: how it ended; `skipped` or `success` where it did not start.
  func compactZone(_ zone: Zone, _ request: CompactControl) -> CompactResult {
    control = request
    if !control.viaCompactMemory {
      let mark = watermark(zone, .min)
      if watermarkOK(
        zone, order: control.order, mark: mark, highest: control.highestZone,
        flags: control.allocFlags)
      {
        if version.tracesSuitableSuccess {
          trace(.suitable(zone: zone.name, order: control.order, result: .success))
        }
        return .success
      }
      guard isSuitable(zone, order: control.order) else { return .skipped }
      if isRestarting(zone, order: control.order) { resetSkipHints(zone) }
    } else if version.tracesSuitableForWholeZone {
      trace(.suitable(zone: zone.name, order: -1, result: .continue))
    }
    return scan(zone)
  }

  /// A run as `control` wants it, without the question whether it is worth it.
  func scan(_ zone: Zone) -> CompactResult {
    setUp(zone)
    let result = migrateUntilFinished(zone)
    tearDown(zone, result)
    return result
  }

  private func setUp(_ zone: Zone) {
    set(.control(.running), 1)
    set(.control(.zone), zone.index)
    set(.control(.order), control.order)
    set(.control(.mode), control.mode.rawValue)
    set(.control(.migratetype), Int(control.migratetype.rawValue))
    for field: ControlField in [
      .nrMigratepages, .migrateScanned, .freeScanned, .lastMigratedPfn, .fastStartPfn,
      .fastSearchFail,
      .finishPageblock, .contended, .isolated, .batchMoved, .batchFailed,
    ] {
      set(.control(field), 0)
    }
    set(.control(.searchOrder), control.order)
    set(.control(.result), CompactResult.continue.rawValue)
    placeScanners(zone)
    set(.control(.wholeZone), control.wholeZone ? 1 : 0)
    set(.control(.migrateCursor), migratePfn)
    set(.control(.freeCursor), freePfn)
    trace(
      .begin(
        zoneStart: zone.start, migratePfn: migratePfn, freePfn: freePfn, zoneEnd: zone.end,
        sync: control.mode != .async))
    note(.runBegins, .run(zone: zone.index, migrate: migratePfn, free: freePfn))
    drainFolioBatch()
  }

  /// Where the scanners start: at the zone's ends, or where an earlier run left off.
  private func placeScanners(_ zone: Zone) {
    let lastBlock = scale.pageblockStart(zone.end - 1)
    guard !control.wholeZone else {
      migratePfn = zone.start
      freePfn = lastBlock
      return
    }
    let cachedMigrate: ZoneField = control.mode == .async ? .cachedMigrateAsync : .cachedMigrateSync
    var migrate = read(zoneRegister(zone, cachedMigrate))
    var free = read(zoneRegister(zone, .cachedFree))
    if free < zone.start || free >= zone.end {
      free = lastBlock
      set(zoneRegister(zone, .cachedFree), free)
    }
    if migrate < zone.start || migrate >= zone.end {
      migrate = zone.start
      set(zoneRegister(zone, .cachedMigrateAsync), migrate)
      set(zoneRegister(zone, .cachedMigrateSync), migrate)
    }
    migratePfn = migrate
    freePfn = free
    if migrate <= read(zoneRegister(zone, .initMigrate)) { control.wholeZone = true }
  }

  private func migrateUntilFinished(_ zone: Zone) -> CompactResult {
    var keepsCachesEqual =
      control.mode == .async
      && read(zoneRegister(zone, .cachedMigrateAsync))
        == read(zoneRegister(zone, .cachedMigrateSync))
    while true {
      let finished = testFinished(zone)
      guard finished == .continue else { return finished }
      let roundStart = migratePfn
      finishesPageblock = scale.pageblockStart(lastMigratedPfn) == scale.pageblockStart(roundStart)

      rescan: while true {
        switch isolateMigratepages(zone) {
        case .abort:
          putBackSources()
          return .contended
        case .none:
          if keepsCachesEqual {
            set(
              zoneRegister(zone, .cachedMigrateSync), read(zoneRegister(zone, .cachedMigrateAsync)))
          }
          if drainAndTakeCapture(zone, behindBatch: false) { return .success }
          break rescan
        case .success:
          keepsCachesEqual = false
          lastMigratedPfn =
            version.lastMigratedIsScannedBlock
            ? max(zone.start, scale.pageblockStart(migratePfn - 1)) : roundStart
        }

        let outcome = migratePages(zone)
        nrMigratepages = 0
        if outcome != .allMoved {
          putBackSources()
          if outcome == .noTargets, !scannersMet { return .contended }
          if version.rescansFailedBlock {
            if !migratePfn.isAligned(toOrder: scale.pageblockOrder), !control.ignoresSkipHint,
              !finishesPageblock, control.mode < .sync
            {
              finishesPageblock = true
              if control.order == scale.hugeOrder { lastMigratedPfn = 0 }
              note(.rescansBlock, .position(migratePfn))
              continue rescan
            }
          } else if control.direct, control.mode == .async {
            migratePfn = (migratePfn - 1).start(ofOrder: control.order) + control.order.pages
            lastMigratedPfn = 0
          }
        }
        if drainAndTakeCapture(zone, behindBatch: true) { return .success }
        break rescan
      }
    }
  }

  /// Lets what was moved away merge, and says whether the run has its page (model 4.6, 2.7).
  /// - Parameter behindBatch: a batch was moved; a kernel that looks before it drains looks only then.
  private func drainAndTakeCapture(_ zone: Zone, behindBatch: Bool) -> Bool {
    guard version.testsCaptureBeforeDrain else {
      drainBehind(zone)
      return takeCapture()
    }
    if behindBatch, takeCapture() { return true }
    drainBehind(zone)
    return false
  }

  /// Whether a page was captured; the run is over then (model 2.7).
  private func takeCapture() -> Bool {
    guard control.captureOrder >= 0, let pfn = memory.first(of: lists.captured) else {
      return false
    }
    note(.captureTaken, .block(start: pfn, order: control.order))
    return true
  }

  /// Drains this CPU's lists once the scan has left a block of the wanted order that it moved pages out
  /// of, so that what they left can merge (model 4.6).
  private func drainBehind(_ zone: Zone) {
    guard control.order > 0, lastMigratedPfn != 0,
      lastMigratedPfn < migratePfn.start(ofOrder: control.order)
    else { return }
    drainFolioBatch()
    drainSet(zone, cpu: cpu)
    lastMigratedPfn = 0
  }

  private func tearDown(_ zone: Zone, _ result: CompactResult) {
    set(.control(.result), result.rawValue)
    releaseFreePages(zone)
    add(read(.control(.migrateScanned)), to: .vmstat(.compactMigrateScanned))
    add(read(.control(.freeScanned)), to: .vmstat(.compactFreeScanned))
    trace(
      .end(
        zoneStart: zone.start, migratePfn: migratePfn, freePfn: freePfn, zoneEnd: zone.end,
        sync: control.mode != .async, status: result))
    set(.control(.running), 0)
    note(.runEnds, .runEnd(zone: zone.index, migrate: migratePfn, result: result))
  }

  /// Whether the scanners are in the same pageblock, or have passed each other.
  var scannersMet: Bool { freePfn >> scale.pageblockOrder <= migratePfn >> scale.pageblockOrder }

  /// Puts this CPU's waiting pages on their LRU lists (`lru_add_drain`).
  func drainFolioBatch() {
    for pfn in folioBatch {
      let frame = memory.frame(at: pfn)
      changeFrame(
        pfn,
        to: Frame(bits: frame.bits & ~PageFlags.inBatch.rawValue | PageFlags.lru.rawValue))
    }
    folioBatch.removeAll(keepingCapacity: true)
  }
}
