/// The shortcuts through the free lists that runs for one order take before they scan (model 5.3, 6.3).
extension Kernel {
  /// Entries that a search may look at: fewer after each search that found nothing.
  var searchLimit: Int { (scale.clusterMax >> min(63, fastSearchFail)) + 1 }

  // MARK: Sources

  /// Prefers a pageblock that has a large free block already (model 5.3, `fast_find_migrateblock`).
  /// - Returns: where to scan next: a block's start, or the migrate scanner's own position.
  func fastFindBlock(_ zone: Zone) -> Pfn {
    let migrate = migratePfn
    let atZoneStart = migrate == zone.start
    guard !control.ignoresSkipHint, !(version.fastFindYieldsToFinishing && finishesPageblock),
      atZoneStart || migrate.isAligned(toOrder: scale.pageblockOrder),
      control.order > Scale.costlyOrder, !control.direct || control.migratetype == .movable
    else { return migrate }

    let limit = searchLimit
    var distance = UInt(bitPattern: freePfn &- migrate) >> 1
    if !atZoneStart { distance >>= 2 }
    let high = scale.pageblockStart(migrate &+ Int(bitPattern: distance))
    var looked = 0
    var found: Pfn?
    for order in stride(from: control.order - 1, through: Scale.costlyOrder, by: -1)
    where found == nil && looked < limit {
      let list = lists.free(zone: zone.index, order: order, type: .movable)
      var entry = memory.first(of: list)
      while let pfn = entry {
        entry = memory.next(after: pfn)
        looked += 1
        if looked > limit {
          if let next = entry { rotate(list, toBeginWith: next) }
          break
        }
        guard pfn < high, !memory.skipHint(at: pfn) else { continue }
        rememberFastStart(pfn)
        found = max(scale.pageblockStart(pfn), zone.start)
        fastSearchFail = 0
        if version.fastFindSetsSkipHint { setSkipHint(true, at: pfn) }
        if let next = entry { rotate(list, toBeginWith: next) }
        break
      }
    }
    add(looked, to: .migrateScanned)
    if let found {
      note(.migrateFastFinds, .search(at: found, looked: looked, refused: false))
      return found
    }
    fastSearchFail += 1
    return backToFastStart()
  }

  /// Keeps the lowest entry found in this run.
  private func rememberFastStart(_ pfn: Pfn) {
    let start = read(.fastStartPfn)
    guard start >= 0 else { return }
    if start == 0 || pfn < start { set(.fastStartPfn, pfn) }
  }

  /// When nothing is found any more, the scan goes on where the lowest find of the run lay: once.
  private func backToFastStart() -> Pfn {
    let start = read(.fastStartPfn)
    guard start > 0 else { return migratePfn }
    migratePfn = start
    set(.fastStartPfn, -1)
    return start
  }

  // MARK: Targets

  /// Whether any free list of this order has a block (`nr_free`).
  func hasFreeBlock(order: Order, _ zone: Zone) -> Bool {
    Migratetype.allCases.contains { !memory.isEmpty(lists.free(zone: zone.index, order: order, type: $0)) }
  }

  /// Takes at most one free block from the free lists, near the free scanner if it can be (model 6.3,
  /// `fast_isolate_freepages`), then scans the pageblock around it.
  func fastIsolateFreepages(_ zone: Zone) {
    var search = TargetSearch(kernel: self, zone: zone, limit: max(1, searchLimit >> 1))
    let atScanStart = freePfn >= read(zoneRegister(zone, .initFree))
    if atScanStart { search.limit = scale.scanStartLimit }
    set(.searchOrder, min(control.order - 1, read(.searchOrder)))
    let taken = search.run()
    var block = taken
    if version.tracesFastIsolate {
      trace(
        .fastIsolateFreepages(
          start: search.minimum, end: freePfn, scanned: search.scanned, taken: search.taken))
    }
    add(search.taken, to: .vmstat(.compactIsolated))
    add(search.taken, to: .isolated)
    if taken == nil {
      fastSearchFail += 1
      note(.fastSearchFails, .search(at: freePfn, looked: search.looked, refused: search.wasRefused))
      if atScanStart { block = jumpTowardsMigrateScanner(zone, search) }
    } else {
      note(.fastSearchTakes, .search(at: taken ?? 0, looked: search.looked, refused: false))
    }
    if search.highest > 0, search.highest >= read(zoneRegister(zone, .cachedFree)) {
      set(zoneRegister(zone, .cachedFree), search.highest - scale.pageblockPages)
    }
    add(search.scanned, to: .freeScanned)
    if let block { scanAround(block, zone) }
  }

  /// At the start of a scan that found nothing: on to the highest entry seen, or, if somebody waits, to
  /// the middle of the gap.
  private func jumpTowardsMigrateScanner(_ zone: Zone, _ search: TargetSearch<R>) -> Pfn? {
    if UInt(bitPattern: search.highest) >= UInt(bitPattern: search.minimum) {
      freePfn = search.highest
      note(.fastSearchJumps, .jump(to: freePfn, toMiddle: false))
      return search.highest
    }
    guard control.direct, memory.contains(search.minimum), zone.contains(search.minimum),
      memory.frame(at: search.minimum).kind != .hole
    else { return nil }
    freePfn = search.minimum
    note(.fastSearchJumps, .jump(to: freePfn, toMiddle: true))
    if version.jumpAsksForSuitableTarget, !isSuitableTarget(search.minimum) { return nil }
    return isWholeBlock(search.minimum, zone) ? search.minimum : nil
  }

  private func scanAround(_ pfn: Pfn, _ zone: Zone) {
    guard nrFreepages < nrMigratepages, !(control.direct && control.mode == .async),
      isWholeBlock(pfn, zone)
    else { return }
    var position = max(scale.pageblockStart(pfn), zone.start)
    let end = min(scale.pageblockEnd(pfn), zone.end)
    note(.searchesAround, .targetBlock(at: position, stride: 1))
    scanTargetBlock(zone, from: &position, to: end, stride: 1)
    let exhausted =
      version.refusesBlocksOfRequestedOrder ? position == end : nrFreepages < nrMigratepages
    if exhausted { setSkipHint(true, at: pfn) }
  }
}

extension Memory {
  /// Where a search of the free lists takes a block at once, and where at all.
  public var fastSearchBounds: (low: Pfn, minimum: Pfn) {
    let free = self[.freePfn]
    let distance = UInt(bitPattern: free &- self[.migratePfn])
    return (
      scale.pageblockStart(free &- Int(bitPattern: distance / 4)),
      scale.pageblockStart(free &- Int(bitPattern: distance / 2))
    )
  }
}

/// One search of the free lists for a target, order by order from the one that served last.
private struct TargetSearch<R: Recorder> {
  let kernel: Kernel<R>
  let zone: Zone
  /// Entries of a list that may be looked at.
  var limit: Int
  /// Blocks above `low` are taken at once, the best one above `minimum` if there is none.
  let low: Pfn
  let minimum: Pfn
  /// Start of the highest pageblock seen.
  private(set) var highest: Pfn = 0
  private(set) var scanned = 0
  private(set) var taken = 0
  /// Entries looked at.
  private(set) var looked = 0
  /// The block chosen could not be taken.
  private(set) var wasRefused = false

  init(kernel: Kernel<R>, zone: Zone, limit: Int) {
    self.kernel = kernel
    self.zone = zone
    self.limit = limit
    (low, minimum) = kernel.memory.fastSearchBounds
  }

  /// - Returns: the first pfn of the block taken.
  mutating func run() -> Pfn? {
    var order = kernel.read(.searchOrder)
    while true {
      let list = kernel.lists.free(zone: zone.index, order: order, type: .movable)
      var page: Pfn?
      // The kernel asks for free blocks of the order, of whatever type, and walks the Movable list, be it empty.
      if kernel.hasFreeBlock(order: order, zone) {
        let (chosen, looked) = choose(list, order)
        self.looked += looked
        page = chosen
        if let pfn = chosen {
          if kernel.isolateFreeBlock(pfn, order: order, zone: zone) {
            scanned += order.pages - 1
            taken += order.pages
          } else {
            wasRefused = true
            lowerSearchOrder()
            return nil
          }
        }
        if kernel.nrFreepages >= kernel.nrMigratepages { return page }
        if looked >= limit { limit = max(1, limit >> 1) }
      }
      order = below(order)
      if order == kernel.read(.searchOrder) {
        lowerSearchOrder()
        return page
      }
      if page != nil { return page }
    }
  }

  private func below(_ order: Order) -> Order { order == 0 ? kernel.control.order - 1 : order - 1 }

  private func lowerSearchOrder() {
    kernel.set(.searchOrder, below(kernel.read(.searchOrder)))
  }

  /// Walks a list from its tail; what has not been walked comes first next time.
  private mutating func choose(_ list: PageList, _ order: Order) -> (Pfn?, looked: Int) {
    var looked = 0
    var best: Pfn = 0
    var chosen: Pfn?
    var last: Pfn = 0
    var entry = kernel.memory.last(of: list)
    while let pfn = entry {
      looked += 1
      scanned += 1
      last = pfn
      highest = max(highest, max(kernel.scale.pageblockStart(pfn), zone.start))
      let place = UInt(bitPattern: pfn)
      if place >= UInt(bitPattern: low) {
        kernel.fastSearchFail = 0
        kernel.set(.searchOrder, order)
        chosen = pfn
        break
      }
      if place >= UInt(bitPattern: minimum), pfn > best {
        best = pfn
        limit >>= 1
      }
      if looked >= limit { break }
      entry = kernel.memory.previous(before: pfn)
    }
    if chosen == nil, best > 0 { chosen = best }
    kernel.rotate(list, toBeginWith: chosen ?? last)
    return (chosen, looked)
  }
}
