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
      guard isSuitable(zone, control) else { return .skipped }
      if isRestarting(zone, order: control.order) { resetSkipHints(zone) }
    } else if version.tracesSuitableForWholeZone {
      trace(.suitable(zone: zone.name, order: -1, result: .continue))
    }
    return scan(zone)
  }

  /// A run, whether it is worth it or not.
  func scan(_ zone: Zone) -> CompactResult {
    setUp(zone)
    return goOnScanning(zone)
  }

  /// The rest of a run that is under way.
  func goOnScanning(_ zone: Zone) -> CompactResult {
    let result = migrateUntilFinished(zone)
    tearDown(zone, result)
    return result
  }

  func setUp(_ zone: Zone) {
    set(.kernel(.run), RunSlot(task).index)
    set(.running, 1)
    set(.zone, zone.index)
    for field: ControlField in [
      .nrMigratepages, .migrateScanned, .freeScanned, .lastMigratedPfn, .fastStartPfn,
      .fastSearchFail,
      .finishPageblock, .contended, .isolated, .batchMoved, .batchFailed, .migrateBlock, .freeBlock,
    ] {
      set(field, 0)
    }
    set(.searchOrder, control.order)
    set(.result, CompactResult.continue.rawValue)
    placeScanners(zone)
    for (field, value) in control.fields { set(field, value) }
    let startsTogether =
      read(zoneRegister(zone, .cachedMigrateAsync)) == read(zoneRegister(zone, .cachedMigrateSync))
    set(.keepsCachesEqual, control.mode == .async && startsTogether ? 1 : 0)
    set(.migrateCursor, migratePfn)
    set(.freeCursor, freePfn)
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

  func migrateUntilFinished(_ zone: Zone) -> CompactResult {
    while true {
      if isResumable { passQuietPoint() }
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
          if read(.keepsCachesEqual) != 0 {
            set(
              zoneRegister(zone, .cachedMigrateSync), read(zoneRegister(zone, .cachedMigrateAsync)))
          }
          if drainAndTakeCapture(zone, behindBatch: false) { return .success }
          break rescan
        case .success:
          set(.keepsCachesEqual, 0)
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
    guard control.captureOrder >= 0, let pfn = memory.first(of: captured) else {
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

  func tearDown(_ zone: Zone, _ result: CompactResult) {
    set(.result, result.rawValue)
    releaseFreePages(zone)
    add(read(.migrateScanned), to: .vmstat(.compactMigrateScanned))
    add(read(.freeScanned), to: .vmstat(.compactFreeScanned))
    trace(
      .end(
        zoneStart: zone.start, migratePfn: migratePfn, freePfn: freePfn, zoneEnd: zone.end,
        sync: control.mode != .async, status: result))
    set(.running, 0)
    note(.runEnds, .runEnd(zone: zone.index, migrate: migratePfn, result: result))
  }

  /// Whether the scanners are in the same pageblock, or have passed each other.
  var scannersMet: Bool { memory.scannersHaveMet }
}

extension Memory {
  /// Whether the scanners are in the same pageblock, or have passed each other; not before the first run.
  public var scannersHaveMet: Bool {
    self[.migratePfn] != 0
      && self[.freePfn] >> scale.pageblockOrder <= self[.migratePfn] >> scale.pageblockOrder
  }
}
