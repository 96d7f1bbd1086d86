/// Emptying a range of pages (model 3.6, `alloc_contig_range`), as CMA and huge pages of 1 GiB do.
extension Kernel {
  /// Looks for so many pages in the CMA areas, lowest first, as for a driver (`cma_alloc`): a range begins at a
  /// multiple of the order that holds it, at most half a pageblock; behind a busy one the next is tried.
  /// - Returns: whether a range was given.
  func allocateFromCMA(_ count: Int) -> Bool {
    let step = min(count.coveringOrder, scale.pageblockOrder - 1).pages
    for area in memory.contiguousAreas {
      var start = (area.lowerBound + step - 1) / step * step
      while start + count <= area.upperBound, !isGivenUp {
        if let taken = (start..<start + count).last(where: isGivenAway) {
          start = (taken / step + 1) * step
        } else if allocateContiguous(start..<start + count) {
          return true
        } else {
          start += step
        }
      }
    }
    note(.noRangeFits, .pages(at: memory.zones[0].start, count: count))
    return false
  }

  /// Whether a page of a CMA area has been given to somebody already: only such pages can be the kernel's there.
  private func isGivenAway(_ pfn: Pfn) -> Bool {
    let kind = memory.frame(at: pfn).kind
    return kind == .kernel || kind == .reserved
  }

  /// Takes the range out of the allocator: its pageblocks are isolated, what can move moves elsewhere,
  /// what is free is taken.
  /// - Returns: whether every page of the range is the caller's now; if not, nothing has been taken,
  ///   though some pages may have moved.
  func allocateContiguous(_ range: Range<Pfn>) -> Bool {
    guard !range.isEmpty, let zone = memory.zone(at: range.lowerBound), zone.contains(range.upperBound - 1)
    else { return false }
    note(.rangeAsked, .pages(at: range.lowerBound, count: range.count))
    let blocks = Array(
      stride(
        from: scale.pageblockStart(range.lowerBound), to: range.upperBound, by: scale.pageblockPages))
    let types = blocks.map { memory.migratetype(ofPageblockAt: $0) }
    isolate(blocks, zone)
    for zone in memory.zones { drainAllSets(zone) }
    let stuck = moveOut(range, zone)
    if stuck.isEmpty { for zone in memory.zones { drainAllSets(zone) } }
    let isGiven = stuck.isEmpty && !isGivenUp && takeFree(range, zone)
    let busy = report(range, zone, isGiven: isGiven, stuck: stuck)
    restore(blocks, types, zone)
    if isGiven {
      note(.rangeGiven, .pages(at: range.lowerBound, count: range.count))
    } else {
      note(.rangeBusy, .range(at: range.lowerBound, count: range.count, busy: busy))
    }
    return isGiven
  }

  /// Says which pages could not be had.
  /// - Parameter stuck: pages that were tried in vain; others that can move were not come to.
  /// - Returns: how many.
  private func report(_ range: Range<Pfn>, _ zone: Zone, isGiven: Bool, stuck: [Pfn]) -> Int {
    var busy: [ContiguousOutcome.BusyPage] = []
    var pfn = range.lowerBound
    while !isGiven, pfn < range.upperBound {
      if let block = freeBlock(around: pfn, zone) {
        pfn = block.pfn + block.order.pages
      } else {
        let frame = memory.frame(at: pfn)
        if stuck.contains(pfn) || !canMoveOut(frame) || frame.has(.pinned) {
          let reason = BusyReason(frame)
          busy.append(ContiguousOutcome.BusyPage(pfn: pfn, why: reason))
          note(.pageIsBusy, .busy(at: pfn, reason))
        }
        pfn += 1
      }
    }
    trace(
      .testPagesIsolated(
        ContiguousOutcome(start: range.lowerBound, end: range.upperBound, isGiven: isGiven, busy: busy)))
    return busy.count
  }

  private func isolate(_ blocks: [Pfn], _ zone: Zone) {
    for block in blocks {
      setMigratetype(.isolate, ofPageblockAt: block)
      moveFreeBlocks(ofPageblockAt: block, zone: zone, to: .isolate)
    }
    if let first = blocks.first {
      note(.rangeIsolated, .pages(at: first, count: blocks.count * scale.pageblockPages))
    }
  }

  private func restore(_ blocks: [Pfn], _ types: [Migratetype], _ zone: Zone) {
    for (block, type) in zip(blocks, types) {
      setMigratetype(type, ofPageblockAt: block)
      moveFreeBlocks(ofPageblockAt: block, zone: zone, to: type)
    }
  }

  /// Moves the range's pages elsewhere, batch by batch; each batch may be tried five times.
  /// - Returns: the pages of the batch that could not be moved; none where all could.
  private func moveOut(_ range: Range<Pfn>, _ zone: Zone) -> [Pfn] {
    var pfn = range.lowerBound
    var tries = 0
    var collected = pfn
    while pfn < range.upperBound {
      if isGivenUp { return [] }
      var batch: [Pfn] = []
      var here = pfn
      while here < range.upperBound, batch.count < scale.clusterMax {
        let frame = memory.frame(at: here)
        if canMoveOut(frame) { batch.append(here) }
        here += frame.isBuddy ? frame.order.pages : 1
      }
      guard !batch.isEmpty else { return [] }
      let new = batch.filter { $0 >= collected }
      for page in new { note(.collectsPage, .page(page)) }
      add(new.count, to: .vmstat(.compactIsolated))
      collected = max(collected, here)
      tries += 1
      let left = batch.filter { !moveElsewhere($0, zone) }
      if left.isEmpty {
        pfn = here
        tries = 0
      } else if tries == 5 {
        return left
      }
    }
    return []
  }

  private func canMoveOut(_ frame: Frame) -> Bool {
    frame.place == .none && (frame.has(.lru) && !frame.isCompound || frame.kind == .movableOps)
  }

  /// One page to wherever the page allocator puts it.
  private func moveElsewhere(_ pfn: Pfn, _ zone: Zone) -> Bool {
    let frame = memory.frame(at: pfn)
    guard !frame.has(.pinned),
      let target = takeFromZones(
        AllocationRequest(order: 0, gfp: .highUserMovable, version: version), mark: .min)
    else {
      note(.moveFails, .move(source: pfn, target: 0))
      add(1, to: .vmstat(.pgmigrateFail))
      return false
    }
    make(
      Change(.move, .movesPage, frame: pfn, argument: UInt32(truncatingIfNeeded: target)))
    add(1, to: .vmstat(.pgmigrateSuccess))
    free(pfn, order: 0, zone: zone)
    return true
  }

  /// Takes the free blocks of the range; a block that reaches beyond it is cut. A page that is not free
  /// fails the whole (strict isolation).
  private func takeFree(_ range: Range<Pfn>, _ zone: Zone) -> Bool {
    var pfn = range.lowerBound
    while pfn < range.upperBound {
      guard let block = freeBlock(around: pfn, zone) else { return false }
      pfn = block.pfn + block.order.pages
    }
    pfn = range.lowerBound
    while pfn < range.upperBound, let block = freeBlock(around: pfn, zone) {
      takeOffFreeList(block.pfn, zone)
      let end = block.pfn + block.order.pages
      for outside in [block.pfn..<max(block.pfn, range.lowerBound), min(end, range.upperBound)..<end] {
        for page in outside {
          freeToBuddy(page, order: 0, zone: zone, type: memory.migratetype(ofPageblockAt: page))
        }
      }
      for page in max(block.pfn, range.lowerBound)..<min(end, range.upperBound) {
        changeFrame(page, to: Frame(.kernel))
      }
      pfn = end
    }
    return true
  }

  private func freeBlock(around pfn: Pfn, _ zone: Zone) -> (pfn: Pfn, order: Order)? {
    for order in 0...scale.maxOrder {
      let start = pfn.start(ofOrder: order)
      guard zone.contains(start) else { return nil }
      let frame = memory.frame(at: start)
      if frame.isBuddy, start + frame.order.pages > pfn { return (start, frame.order) }
    }
    return nil
  }
}
