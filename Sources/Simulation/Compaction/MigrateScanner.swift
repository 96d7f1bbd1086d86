/// How a call of the migrate scanner ended.
enum IsolateResult { case abort, none, success }

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
        if rule == .migrateRefusesBlock || rule == .migrateSkipsHugeBlock { updateCachedMigrate(zone, end) }
        note(rule, .pageblock(start: start))
      } else {
        note(.migrateEntersBlock, .sourceBlock(at: low, finishes: finishesPageblock))
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
    guard !control.setsNoSkipHint else { return }
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
  /// `isolate_migratepages_block`).
  private func scanSourceBlock(_ zone: Zone, from start: Pfn, to end: Pfn) -> IsolateResult {
    if tooManyIsolated {
      note(.abortedTooManyIsolated, .position(start))
      return .abort
    }
    let skipsOnFailure = control.direct && control.mode == .async
    let window = skipsOnFailure ? control.order.pages : 0
    var nextSkip: Pfn = 0
    var visitedStart = false
    var hintTested = false
    var isolated = 0
    var scanned = 0
    var wasAborted = false
    var low = start
    var run = ScanRun(.migrateScan)
    set(.control(.migrateCursor), start)

    scan: while low < end {
      if skipsOnFailure, low >= nextSkip {
        if isolated > 0 { break }
        nextSkip = low.start(ofOrder: control.order) + window
      }
      if seesSignal(at: low) {
        flush(&run)
        noteSignal(at: low)
        set(.control(.contended), 1)
        wasAborted = true
        break
      }
      scanned &+= 1
      if !visitedStart, low.isAligned(toOrder: scale.pageblockOrder) || low == zone.start {
        visitedStart = true
        if !control.ignoresSkipHint, memory.skipHint(at: low) {
          flush(&run)
          jump(.migrateJump, low, ahead: end - low, scanned: 1, .leavesMarkedBlock)
          low = end
          break
        }
      }
      let frame = memory.frame(at: low)
      let verdict = sourceVerdict(frame)
      if verdict == .passesFreeBlock {
        let pages = frame.order.pages
        if pages == 1 {
          extend(&run, low, verdict)
        } else {
          flush(&run)
          let counted = version.countsWholeJumps ? pages : 1
          jump(.migrateJump, low, ahead: min(pages, end - low), scanned: counted, verdict)
          scanned &+= counted &- 1
        }
        low &+= pages
        continue
      }
      if verdict == .isolatesPage || verdict == .isolatesFolio {
        flush(&run)
        if !hintTested, visitedStart || !version.hintsAtAnyFirstPage {
          hintTested = true
          if testAndSetSkipHint(low, zone), !(version.hintsAtAnyFirstPage && finishesPageblock) {
            jump(.migrateJump, low, ahead: end - low, scanned: 1, .leavesMarkedBlock)
            low = end
            break
          }
        }
        let pages = isolateSource(low, frame)
        scanned &+= pages &- 1
        isolated &+= pages
        low &+= pages
        if isLockBusy(at: low &- pages) { set(.control(.contended), 1) }
        if nrMigratepages >= scale.clusterMax, !finishesPageblock, !contended { break scan }
        continue
      }
      let pages = jumpedPages(frame, verdict)
      if pages > 1 {
        flush(&run)
        let counted = version.countsWholeJumps ? pages : 1
        jump(.migrateJump, low, ahead: min(pages, end - low), scanned: counted, verdict)
        scanned &+= counted &- 1
      } else {
        extend(&run, low, verdict)
      }
      low &+= pages
      if skipsOnFailure {
        if isolated > 0 {
          flush(&run)
          note(.putsWindowBack, .pages(at: low, count: isolated))
          putBackSources()
          nrMigratepages = 0
          isolated = 0
        }
        if low <= nextSkip {
          low = nextSkip
          nextSkip += window
        }
      }
    }
    flush(&run)
    low = min(low, end)
    if low == end, isolated == 0 || finishesPageblock {
      if visitedStart, !hintTested, !control.setsNoSkipHint { setSkipHint(true, at: start) }
      updateCachedMigrate(zone, low)
    }
    trace(.isolateMigratepages(start: start, end: low, scanned: scanned, taken: isolated))
    add(isolated, to: .vmstat(.compactIsolated))
    add(isolated, to: .control(.isolated))
    migratePfn = low
    set(.control(.migrateCursor), low)
    if wasAborted { return .abort }
    note(
      isolated == 0 ? .blockIsScanned : .batchIsFull, .batch(at: low, taken: isolated, scanned: scanned))
    return isolated > 0 ? .success : .none
  }

  /// What the rules say of one page (model 5.2, rules 4 to 15).
  @inline(__always)
  private func sourceVerdict(_ frame: Frame) -> Rule {
    let settled: UInt32 =
      Frame.placeMask | PageFlags.lru.rawValue | PageFlags.dirty.rawValue
      | PageFlags.writeback.rawValue | PageFlags.unevictable.rawValue | PageFlags.pinned.rawValue
      | PageFlags.head.rawValue | PageFlags.tail.rawValue
    if frame.bits & settled == PageFlags.lru.rawValue {
      return frame.kind == .anonymous || control.gfp.contains(.fs) ? .isolatesPage : .passesNotOnLRU
    }
    return sourceVerdictInFull(frame)
  }

  private func sourceVerdictInFull(_ frame: Frame) -> Rule {
    switch frame.place {
    case .none: break
    case .buddy: return .passesFreeBlock
    case .perCPU: return .passesPerCPU
    case .isolatedSource, .isolatedFree, .target, .captured: return .passesIsolated
    }
    switch frame.kind {
    case .hole, .unavailable: return .passesHole
    case .free: return .passesFreeTail
    case .reserved: return .passesReserved
    case .hugetlb: return .passesHugetlb
    default: break
    }
    if frame.isCompound {
      guard version.movesLargeFolios else { return .passesCompound }
      let order = frame.has(.head) ? frame.order : 0
      if control.order != -1 && order >= control.order || order >= scale.pageblockOrder {
        return .passesCompound
      }
      if frame.has(.tail) { return .passesCompound }
    }
    guard frame.has(.lru) else {
      if frame.kind == .movableOps { return .isolatesPage }
      return frame.has(.inBatch) ? .passesBatch : .passesNotOnLRU
    }
    let hasMapping = frame.kind != .anonymous
    if !hasMapping, frame.has(.pinned) { return .passesPinned }
    if hasMapping, !control.gfp.contains(.fs) { return .passesNotOnLRU }
    if frame.has(.unevictable) {
      if !tunables.compactUnevictableAllowed { return .passesUnevictable }
      if hasMapping, frame.has(.inaccessible) { return .passesUnevictable }
    }
    if control.mode < .sync {
      if frame.has(.writeback) { return .passesWriteback }
      if frame.has(.dirty), hasMapping, frame.has(.noMigrateCallback) { return .passesDirty }
    }
    return frame.has(.head) ? .isolatesFolio : .isolatesPage
  }

  /// How far the scanner gets with a page that it leaves alone.
  private func jumpedPages(_ frame: Frame, _ verdict: Rule) -> Int {
    switch verdict {
    case .passesHugetlb, .passesCompound: frame.has(.head) ? frame.order.pages : 1
    default: 1
    }
  }

  /// Puts a page or a large folio in front of the list of pages to move (rule 17).
  /// - Returns: its pages.
  private func isolateSource(_ pfn: Pfn, _ frame: Frame) -> Int {
    if read(.control(.migrateCursor)) != pfn { set(.control(.migrateCursor), pfn) }
    make(
      Change(
        .isolate, frame.has(.head) ? .isolatesFolio : .isolatesPage, list: lists.migratePages.index,
        frame: pfn,
        argument: Frame.placeBits(.isolatedSource)))
    guard frame.has(.head) else { return 1 }
    let pages = frame.order.pages
    add(pages - 1, to: .control(.nrMigratepages))
    jump(.migrateJump, pfn + 1, ahead: pages - 1, scanned: pages - 1, .none)
    return pages
  }

  /// Sets the block's skip hint with the first page isolated from it, and says whether another run had
  /// set it before (model 4.7 a, rule 16).
  private func testAndSetSkipHint(_ pfn: Pfn, _ zone: Zone) -> Bool {
    guard !control.ignoresSkipHint, !control.setsNoSkipHint else { return false }
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
    while let pfn = memory.first(of: lists.migratePages) {
      unlink(pfn, lists.migratePages, .putsBack)
    }
  }

  /// Whether so many pages are isolated on the node that it is better to stop (model 4.4,
  /// `too_many_isolated`).
  private var tooManyIsolated: Bool {
    let isolated = disturbances.pagesIsolatedElsewhere
    guard isolated > 0 else { return false }
    let lru = (memory.base..<memory.end).reduce(into: 0) { count, pfn in
      if memory.frame(at: pfn).has(.lru) { count += 1 }
    }
    let counted = control.gfp.contains(.fs) ? lru >> version.isolatedLimitShift : lru
    return isolated > counted / 2
  }

  /// The lab stops whom no signal would end in the same place.
  func noteSignal(at pfn: Pfn) {
    note(.abortedBySignal, .signal(at: pfn, byThread: task == .kcompactd))
  }

  /// Whether an async run finds the LRU lock taken by somebody else (model 4.4).
  private func isLockBusy(at pfn: Pfn) -> Bool {
    control.mode == .async && !disturbances.busyLocks.isEmpty
      && disturbances.busyLocks.contains(scale.pageblockStart(pfn))
  }
}
