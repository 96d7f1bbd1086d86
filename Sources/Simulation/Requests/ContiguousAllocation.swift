/// Emptying a given range of pages (model 3.6, `alloc_contig_range`), as CMA and huge pages of 1 GiB do.
extension Kernel {
  /// Takes the range out of the allocator: its pageblocks are isolated, what can move moves elsewhere,
  /// what is free is taken.
  /// - Returns: whether every page of the range is the caller's now; if not, nothing has been taken,
  ///   though some pages may have moved.
  func allocateContiguous(_ range: Range<Pfn>) -> Bool {
    guard let zone = memory.zone(at: range.lowerBound), zone.contains(range.upperBound - 1) else {
      return false
    }
    let blocks = Array(
      stride(
        from: scale.pageblockStart(range.lowerBound), to: range.upperBound, by: scale.pageblockPages))
    let types = blocks.map { memory.migratetype(ofPageblockAt: $0) }
    isolate(blocks, zone)
    defer { restore(blocks, types, zone) }
    for zone in memory.zones { drainAllSets(zone) }
    guard moveOut(range, zone) else { return false }
    for zone in memory.zones { drainAllSets(zone) }
    return takeFree(range, zone)
  }

  private func isolate(_ blocks: [Pfn], _ zone: Zone) {
    for block in blocks {
      setMigratetype(.isolate, ofPageblockAt: block)
      moveFreeBlocks(ofPageblockAt: block, zone: zone, to: .isolate)
    }
  }

  private func restore(_ blocks: [Pfn], _ types: [Migratetype], _ zone: Zone) {
    for (block, type) in zip(blocks, types) {
      setMigratetype(type, ofPageblockAt: block)
      moveFreeBlocks(ofPageblockAt: block, zone: zone, to: type)
    }
  }

  /// Moves the range's pages elsewhere, batch by batch; each batch may be tried five times.
  private func moveOut(_ range: Range<Pfn>, _ zone: Zone) -> Bool {
    var pfn = range.lowerBound
    var tries = 0
    while pfn < range.upperBound {
      if isGivenUp { return false }
      var batch: [Pfn] = []
      var here = pfn
      while here < range.upperBound, batch.count < scale.clusterMax {
        let frame = memory.frame(at: here)
        if canMoveOut(frame) { batch.append(here) }
        here += frame.isBuddy ? frame.order.pages : 1
      }
      guard !batch.isEmpty else { return true }
      tries += 1
      let left = batch.filter { !moveElsewhere($0, zone) }
      if left.isEmpty {
        pfn = here
        tries = 0
      } else if tries == 5 {
        return false
      }
    }
    return true
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
