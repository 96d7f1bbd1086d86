/// How a call of the migrate scanner ended.
enum IsolateResult { case abort, none, success }

/// One call's way through a pageblock.
private struct SourceScan {
  let start: Pfn
  let end: Pfn
  /// Pages of the windows in which a direct asynchronous run works (`skip_on_failure`); 0 for none.
  let window: Int
  /// The page looked at next.
  var low: Pfn
  /// End of the window that `low` is in.
  var nextSkip: Pfn = 0
  var isolated = 0
  var visitedStart = false
  var hintTested = false
  var wasAborted = false
  var ending = ScanEnd.blockEnd
  var run = ScanRun(.migrateScan)

  @inline(__always) init(from start: Pfn, to end: Pfn, window: Int) {
    self.start = start
    self.end = end
    self.window = window
    low = start
  }
}

/// The migrate scanner: climbs through the zone and isolates pages that can move (model 5).
extension Kernel {
  /// Finds the next pageblock worth it and isolates a batch from it (model 5.1,
  /// `isolate_migratepages`).
  func isolateMigratepages(_ zone: Zone) -> IsolateResult {
    var low = fastFindBlock(zone)
    var fast = low != migratePfn && fastSearchFail == 0
    var end = scale.pageblockEnd(low)
    while end <= freePfn {
      let start = max(scale.pageblockStart(low), zone.start)
      if let rule = reasonToSkip(start, low: low, fast: fast, zone: zone) {
        if rule == .migrateRefusesBlock || rule == .migrateSkipsHugeBlock {
          updateCachedMigrate(zone, end)
        }
        note(rule, .pageblock(start: start))
      } else {
        let goesOn = read(.migrateBlock) == start
        set(.migrateBlock, start)
        note(
          goesOn ? .migrateGoesOn : .migrateEntersBlock,
          .sourceBlock(at: low, finishes: finishesPageblock))
        return scanSourceBlock(zone, from: low, to: end)
      }
      fast = false
      low = end
      migratePfn = end
      end += scale.pageblockPages
    }
    return .none
  }

  private func reasonToSkip(_ start: Pfn, low: Pfn, fast: Bool, zone: Zone) -> Rule? {
    guard isWholeBlock(start, zone) else { return .migrateMeetsHole }
    let atStart = low.isAligned(toOrder: scale.pageblockOrder) || low == zone.start
    if atStart, !fast, !control.ignoresSkipHint, memory.skipHint(at: start) {
      return .migrateHonoursSkipHint
    }
    return suitableSource(start)
  }

  /// Whether both ends of the pageblock have a `struct page` (`pageblock_pfn_to_page`).
  func isWholeBlock(_ pfn: Pfn, _ zone: Zone) -> Bool {
    let start = max(scale.pageblockStart(pfn), zone.start)
    let last = min(scale.pageblockEnd(pfn), zone.end) - 1
    return memory.frame(at: start).kind != .hole && memory.frame(at: last).kind != .hole
  }

  /// Why pages of this block should not be moved, if so (model 5.1, `suitable_migration_source`).
  func suitableSource(_ start: Pfn) -> Rule? {
    if isHugeCompound(start) { return .migrateSkipsHugeBlock }
    guard control.mode == .async, control.direct else { return nil }
    let type = memory.migratetype(ofPageblockAt: start)
    let suits = control.migratetype == .movable ? type.isMovable : type == control.migratetype
    return suits ? nil : .migrateRefusesBlock
  }

  /// Whether a page belongs to a compound page of a pageblock or more.
  func isHugeCompound(_ pfn: Pfn) -> Bool {
    let frame = memory.frame(at: pfn)
    if frame.has(.head) { return frame.order >= scale.pageblockOrder }
    guard frame.has(.tail), pfn > memory.base else { return false }
    let head = memory.frame(at: pfn.start(ofOrder: scale.maxOrder))
    return head.has(.head) && head.order >= scale.pageblockOrder
  }

  /// Moves the cached start of later runs behind a block (model 4.5, `update_cached_migrate`). The
  /// position is a block's end already, so that it comes to lie one block further.
  func updateCachedMigrate(_ zone: Zone, _ pfn: Pfn) {
    let end = scale.pageblockEnd(pfn)
    if end > read(zoneRegister(zone, .cachedMigrateAsync)) {
      set(zoneRegister(zone, .cachedMigrateAsync), end)
    }
    if control.mode != .async, end > read(zoneRegister(zone, .cachedMigrateSync)) {
      set(zoneRegister(zone, .cachedMigrateSync), end)
    }
  }

  // MARK: One block, page by page

  /// Looks at the pages of a block in ascending order and isolates those that can move (model 5.2,
  /// `isolate_migratepages_block`). The numbers are those of the model's rules.
  private func scanSourceBlock(_ zone: Zone, from start: Pfn, to end: Pfn) -> IsolateResult {
    let isolated = read(.kernel(.isolatedElsewhere))
    if isolated > 0 {
      // All of memory is counted for it.
      let most = mostIsolated
      if isolated > most {
        note(.abortedTooManyIsolated, .isolated(pages: isolated, most: most))
        return .abort
      }
    }
    var scan = SourceScan(
      from: start, to: end,
      window: control.direct && control.mode == .async ? control.order.pages : 0)
    set(.migrateCursor, start)
    while scan.low < end {
      // 1: with a window, what it gave is moved before the next one begins.
      if scan.window > 0, scan.low >= scan.nextSkip {
        if scan.isolated > 0 {
          scan.ending = .windowEnd
          break
        }
        scan.nextSkip = scan.low.start(ofOrder: control.order) + scan.window
      }
      // 2
      if seesSignal(at: scan.low) {
        flush(&scan.run)
        noteSignal(at: scan.low)
        set(.contended, 1)
        scan.wasAborted = true
        break
      }
      // 3
      if !scan.visitedStart,
        scan.low.isAligned(toOrder: scale.pageblockOrder) || scan.low == zone.start
      {
        scan.visitedStart = true
        if !control.ignoresSkipHint, memory.skipHint(at: scan.low) {
          leaveMarkedBlock(&scan)
          break
        }
      }
      // 4 to 15
      let frame = memory.frame(at: scan.low)
      let verdict = sourceVerdict(frame)
      guard verdict == .isolatesPage || verdict == .isolatesFolio else {
        pass(frame, verdict, &scan)
        continue
      }
      // 16
      flush(&scan.run)
      if isMarkedMeanwhile(&scan, zone) {
        leaveMarkedBlock(&scan)
        break
      }
      // 17
      isolateSource(frame, verdict, &scan)
      // 18
      if nrMigratepages >= scale.clusterMax, !finishesPageblock, !contended {
        scan.ending = .full
        break
      }
    }
    flush(&scan.run)
    return endSourceScan(scan, zone)
  }

  /// A page, or all that begins with it, stays where it is. But for free blocks that is a failure (`FAIL`),
  /// and a window with one is of no use: what it gave goes back, and the scan goes on behind it.
  @inline(__always)
  private func pass(_ frame: Frame, _ verdict: Rule, _ scan: inout SourceScan) {
    let pages = pagesPassed(frame, verdict)
    if pages > 1 {
      jump(
        &scan.run, scan.low, ahead: min(pages, scan.end - scan.low),
        counted: version.countsWholeJumps ? pages : 1, verdict)
    } else {
      pass(&scan.run, scan.low, verdict)
    }
    scan.low &+= pages
    guard scan.window > 0, verdict != .passesFreeBlock else { return }
    if scan.isolated > 0 {
      flush(&scan.run)
      note(.putsWindowBack, .pages(at: scan.low - pages, count: scan.isolated))
      putBackSources()
      nrMigratepages = 0
      scan.isolated = 0
    }
    if scan.low <= scan.nextSkip {
      scan.low = scan.nextSkip
      scan.nextSkip += scan.window
    }
  }

  /// Whether another run has marked the block since this one entered it; asked once in a scan, at the first
  /// page that can move.
  @inline(__always)
  private func isMarkedMeanwhile(_ scan: inout SourceScan, _ zone: Zone) -> Bool {
    guard !scan.hintTested, scan.visitedStart || !version.hintsAtAnyFirstPage else { return false }
    scan.hintTested = true
    return testAndSetSkipHint(scan.low, zone) && !(version.hintsAtAnyFirstPage && finishesPageblock)
  }

  private func leaveMarkedBlock(_ scan: inout SourceScan) {
    jump(&scan.run, scan.low, ahead: scan.end - scan.low, counted: 1, .leavesMarkedBlock)
    scan.low = scan.end
    scan.ending = .marked
  }

  /// Puts a page or a large folio in front of the list of pages to move.
  @inline(__always)
  private func isolateSource(_ frame: Frame, _ verdict: Rule, _ scan: inout SourceScan) {
    let pfn = scan.low
    take(&scan.run, pfn, verdict)
    var pages = 1
    if frame.has(.head) {
      pages = frame.order.pages
      add(pages - 1, to: .nrMigratepages)
      jump(&scan.run, pfn + 1, ahead: pages - 1, counted: pages - 1, .none)
    }
    scan.isolated &+= pages
    scan.low &+= pages
    if isLockBusy(at: pfn) { set(.contended, 1) }
  }

  /// Leaves hints for later runs where the block gave nothing, and accounts for what was done.
  private func endSourceScan(_ scan: SourceScan, _ zone: Zone) -> IsolateResult {
    let low = min(scan.low, scan.end)
    if low == scan.end, scan.isolated == 0 || finishesPageblock {
      if scan.visitedStart, !scan.hintTested { setSkipHint(true, at: scan.start) }
      updateCachedMigrate(zone, low)
    }
    trace(
      .isolateMigratepages(
        start: scan.start, end: low, scanned: scan.run.scanned, taken: scan.isolated))
    add(scan.isolated, to: .vmstat(.compactIsolated))
    add(scan.isolated, to: .isolated)
    migratePfn = low
    set(.migrateCursor, low)
    if scan.wasAborted { return .abort }
    note(
      scan.isolated == 0 ? .blockIsScanned : .batchIsFull,
      .batch(at: low, taken: scan.isolated, scanned: scan.run.scanned, scan.ending))
    return scan.isolated > 0 ? .success : .none
  }

  /// Sets the block's skip hint with the first page isolated from it, and says whether another run had
  /// set it before (model 4.7 a, rule 16).
  private func testAndSetSkipHint(_ pfn: Pfn, _ zone: Zone) -> Bool {
    guard !control.ignoresSkipHint else { return false }
    if !version.hintsAtAnyFirstPage,
      !(pfn.isAligned(toOrder: scale.pageblockOrder) || pfn == zone.start)
    {
      return false
    }
    if memory.skipHint(at: pfn) { return true }
    setSkipHint(true, at: pfn)
    return false
  }

  /// Puts what is left on the list of sources back to where it was.
  func putBackSources() {
    while let pfn = memory.first(of: migratePages) {
      unlink(pfn, migratePages, .putsBack)
    }
  }

  /// How many pages may be isolated on the node before it is better to stop (model 4.4,
  /// `too_many_isolated`).
  private var mostIsolated: Int {
    let lru = (memory.base..<memory.end).reduce(into: 0) { count, pfn in
      if memory.frame(at: pfn).has(.lru) { count += 1 }
    }
    let counted = control.gfp.contains(.fs) ? lru >> version.isolatedLimitShift : lru
    return counted / 2
  }

  /// The lab stops whom no signal would end in the same place.
  func noteSignal(at pfn: Pfn) {
    note(.abortedBySignal, .signal(at: pfn, byThread: task == .kcompactd))
  }

  /// Whether an async run finds the LRU lock taken by somebody else (model 4.4).
  private func isLockBusy(at pfn: Pfn) -> Bool {
    guard control.mode == .async, let busy = agenda?.busyLocks, !busy.isEmpty else { return false }
    return busy.contains(scale.pageblockStart(pfn))
  }
}
