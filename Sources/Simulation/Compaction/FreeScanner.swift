/// The free scanner: descends through the zone, block by block, and takes free pages as targets
/// (model 6).
extension Kernel {
  /// Fills the lists of free pages (model 6.1, `isolate_freepages`). Nothing is scanned while any target is
  /// held, be it too small for the folio that asks.
  func isolateFreepages(_ zone: Zone) {
    if control.order > 0 { fastIsolateFreepages(zone) }
    if nrFreepages > 0 { return }
    let lowest = scale.pageblockEnd(migratePfn)
    var position = freePfn
    var start = scale.pageblockStart(position)
    var end = min(start + scale.pageblockPages, zone.end)
    var stride = control.mode == .async ? scale.clusterMax : 1
    while start >= lowest {
      if let rule = reasonNotToTarget(start, zone) {
        note(rule, .pageblock(start: start))
      } else {
        let goesOn = read(.freeBlock) == start
        set(.freeBlock, start)
        note(
          goesOn ? .freeGoesOn : .freeEntersBlock, .targetBlock(at: position, stride: stride))
        let taken = scanTargetBlock(zone, from: &position, to: end, stride: stride)
        if position == end { exhaust(start, zone) }
        if nrFreepages >= nrMigratepages {
          if position >= end { position = start - scale.pageblockPages }
          break
        } else if position < end {
          break
        }
        stride = taken > 0 ? 1 : min(scale.clusterMax, stride * 2)
      }
      end = start
      start -= scale.pageblockPages
      position = start
    }
    freePfn = position
    set(.freeCursor, position)
  }

  private func reasonNotToTarget(_ start: Pfn, _ zone: Zone) -> Rule? {
    guard isWholeBlock(start, zone) else { return .freeMeetsHole }
    guard isSuitableTarget(start) else { return .freeRefusesBlock }
    if !control.ignoresSkipHint, memory.skipHint(at: start) { return .freeHonoursSkipHint }
    return nil
  }

  /// Whether pages may be moved into a block (model 6.1, `suitable_migration_target`): not where a free
  /// block as large as what is wanted begins, and only where pages can move out again.
  func isSuitableTarget(_ pfn: Pfn) -> Bool {
    let frame = memory.frame(at: max(pfn, memory.base))
    if frame.isBuddy {
      let refused =
        version.refusesBlocksOfRequestedOrder && control.order > 0
        ? control.order : scale.pageblockOrder
      if frame.order >= refused { return false }
    }
    return control.ignoresBlockSuitability || memory.migratetype(ofPageblockAt: pfn).isMovable
  }

  /// A block scanned to its end is not worth another visit.
  private func exhaust(_ start: Pfn, _ zone: Zone) {
    setSkipHint(true, at: start)
    let below = version.cachedFreeSkipsBlock ? start - scale.pageblockPages : start
    if below < read(zoneRegister(zone, .cachedFree)) { set(zoneRegister(zone, .cachedFree), below) }
  }

  /// Takes free blocks from one pageblock, upwards (model 6.2, `isolate_freepages_block`), until there
  /// are as many pages as are to be moved.
  /// - Parameter position: where to begin; behind what was looked at afterwards.
  /// - Returns: pages taken.
  @discardableResult
  func scanTargetBlock(_ zone: Zone, from position: inout Pfn, to end: Pfn, stride: Int) -> Int {
    let start = position
    var pfn = start
    var taken = 0
    var run = ScanRun(.freeScan, stride: stride)
    var ending = ScanEnd.blockEnd
    set(.freeCursor, start)
    while pfn < end {
      if seesSignal(at: pfn) {
        flush(&run)
        noteSignal(at: pfn)
        ending = .signal
        break
      }
      let frame = memory.frame(at: pfn)
      if frame.isBuddy {
        flush(&run)
        guard isolateFreeBlock(pfn, order: frame.order, zone: zone) else {
          jump(&run, pfn, ahead: 0, counted: 1, .none)
          ending = .watermark
          break
        }
        let pages = frame.order.pages
        jump(&run, pfn, ahead: pages, counted: pages, .none)
        taken &+= pages
        pfn &+= pages
        if nrFreepages >= nrMigratepages {
          ending = .full
          break
        }
        pfn &+= stride &- 1
      } else if frame.has(.head), pfn &+ frame.order.pages <= end {
        let pages = frame.order.pages
        jump(
          &run, pfn, ahead: pages, counted: version.countsWholeJumps ? pages : 1,
          .passesUsedCompound)
        pfn &+= pages &- 1 &+ stride
      } else {
        pass(&run, pfn, .passesUsed)
        pfn &+= stride
      }
    }
    flush(&run)
    position = min(pfn, end)
    set(.freeCursor, position)
    trace(.isolateFreepages(start: start, end: position, scanned: run.scanned, taken: taken))
    add(taken, to: .vmstat(.compactIsolated))
    add(taken, to: .isolated)
    note(.freeScanEnds, .batch(at: position, taken: taken, scanned: run.scanned, ending))
    return taken
  }

  /// Takes one free block whole, unless too little would be left (`__isolate_free_page`). Where it is
  /// half a pageblock or more, its pageblock becomes Movable: everything in it will be.
  func isolateFreeBlock(_ pfn: Pfn, order: Order, zone: Zone) -> Bool {
    let mark = read(zoneRegister(zone, .watermarkMin)) + order.pages
    guard
      memory.migratetype(ofPageblockAt: pfn) == .isolate
        || watermarkOK(zone, order: 0, mark: mark, highest: nil, flags: .cma)
    else {
      note(.freeStopsAtWatermark, .watermark(at: pfn, free: countedFree(zone, .cma)))
      return false
    }
    takeOffFreeList(pfn, zone)
    if order >= scale.pageblockOrder - 1 {
      for block in stride(from: pfn, to: pfn + order.pages, by: scale.pageblockPages)
      where memory.migratetype(ofPageblockAt: block).isMergeable {
        setMigratetype(.movable, ofPageblockAt: block)
        if version.retaggingMovesFreeBlocks {
          moveFreeBlocks(ofPageblockAt: block, zone: zone, to: .movable)
        }
      }
    }
    hold(pfn, order: order)
    return true
  }

  /// Keeps an isolated block for the sources to come: whole, or split to single pages so that the last
  /// one is used first.
  private func hold(_ pfn: Pfn, order: Order) {
    let type = memory.frame(at: pfn).listType
    guard !version.keepsFreeBlocksWhole else {
      link(
        pfn, first: false, freePages(order: order), place: .isolatedFree, order: order,
        type: type, .isolatesFreeBlock)
      return
    }
    for page in pfn..<pfn + order.pages {
      link(page, first: true, freePages(order: 0), place: .isolatedFree, order: 0, type: type)
    }
    note(.isolatesFreeBlock, .block(start: pfn, order: order))
  }

  /// Gives back what was not needed, lowest order first, and lets later runs begin there again
  /// (model 4.2 step 7, `release_freepages`).
  func releaseFreePages(_ zone: Zone) {
    guard nrFreepages > 0 else { return }
    add(nrFreepages, to: .vmstat(.pgfree))
    var highest: Pfn = 0
    for order in 0...scale.maxOrder {
      while let pfn = memory.first(of: freePages(order: order)) {
        highest = max(highest, pfn)
        unlink(pfn, freePages(order: order), .leftoverFreed)
        free(pfn, order: order, zone: zone)
      }
    }
    let block = scale.pageblockStart(highest)
    if block > read(zoneRegister(zone, .cachedFree)) { set(zoneRegister(zone, .cachedFree), block) }
  }
}
