/// The per-CPU lists in front of the buddy allocator (model 1.5): pages are freed to them and allocated
/// from them, and they exchange portions with the free lists.
extension Kernel {
  /// 32: a set gives back at most this many batches at once (`PCP_BATCH_SCALE_MAX`).
  var batchScale: Int { 5 }

  /// Whether blocks of `order` lie on per-CPU lists.
  @inline(__always) func isPerCPUOrder(_ order: Order) -> Bool {
    order <= Scale.costlyOrder || order == scale.hugeOrder
  }

  @inline(__always) func perCPUListIndex(order: Order, type: Migratetype) -> Int {
    if order > Scale.costlyOrder { return type.perCPUColumn == 1 ? 13 : 12 }
    return order &* 3 &+ type.perCPUColumn
  }

  // MARK: Freeing

  /// Frees a block whose pages hold nothing any more: to this CPU's set, or to the free lists where its
  /// order or type has no place on per-CPU lists (`free_unref_page`).
  func free(_ pfn: Pfn, order: Order, zone: Zone) {
    passMoment()
    let type = memory.migratetype(ofPageblockAt: pfn)
    guard zone.hasPagesets, isPerCPUOrder(order), type != .isolate else {
      freeDirectly(pfn, order: order, zone: zone, type: type)
      return
    }
    let set = Pageset(self, zone, cpu)
    let index = perCPUListIndex(order: order, type: type)
    let freedSmallBlockTwice = noteFree(set, order: order)
    link(
      pfn, first: true, lists.perCPU(zone: zone.index, cpu: cpu, index: index), place: .perCPU,
      order: order, type: type, .freesToPerCPU)
    let (high, drainsAll) = highForFree(set, zone, order: order, freedSmallBlockTwice)
    guard set.count >= high else { return }
    let portion = drainsAll ? set.count : portionToDrain(set, high: high, freedSmallBlockTwice)
    note(
      .perCPUOverflows,
      .overflow(zone: zone.index, pages: portion, high: drainsAll || freedSmallBlockTwice ? 0 : high))
    drain(zone, cpu: cpu, pages: portion, firstList: index)
    if version.marksZonesBelowHigh, read(zoneRegister(zone, .belowHigh)) != 0,
      watermarkOK(zone, order: 0, mark: watermark(zone, .high), highest: nil, flags: [])
    {
      set.set(zoneRegister(zone, .belowHigh), 0)
    }
  }

  /// Frees past the per-CPU lists; above pageblock size pageblock by pageblock in newer kernels.
  private func freeDirectly(_ pfn: Pfn, order: Order, zone: Zone, type: Migratetype) {
    if order > scale.pageblockOrder, version.keepsListsTyped {
      for block in stride(from: pfn, to: pfn + order.pages, by: scale.pageblockPages) {
        freeToBuddy(
          block, order: scale.pageblockOrder, zone: zone,
          type: memory.migratetype(ofPageblockAt: block))
      }
    } else {
      freeToBuddy(pfn, order: order, zone: zone, type: type)
    }
  }

  /// Keeps the set's account of what has been freed into it.
  /// - Returns: whether this free of order 1 to 3 follows directly on another one (6.12), or finds the
  ///   portions grown (6.1): then the set drains whether it is full or not.
  private func noteFree(_ set: Pageset<R>, order: Order) -> Bool {
    let isSmallBlock = order >= 1 && order <= Scale.costlyOrder
    guard version.pagesetHighIsTuned else {
      return isSmallBlock && set[.freeFactor] > 0
    }
    set[.allocFactor] = set[.allocFactor] >> 1
    let before = set[.freeCount]
    var again = false
    if isSmallBlock {
      let flags = set[.flags]
      let least = set.batch + (version.drainsSmallBlocksLater ? set[.highMin] / 2 : 0)
      again = flags & 1 != 0 && before >= least && (flags & 2 == 0 || set.count >= set.batch)
      set[.flags] = flags | 1
    } else {
      set[.flags] = set[.flags] & ~1
    }
    set[.freeCount] = max(before, min(before + order.pages, set.batch << batchScale))
    return again
  }

  /// At how many pages the set counts as full, after this free.
  private func highForFree(
    _ set: Pageset<R>, _ zone: Zone, order: Order, _ freedSmallBlockTwice: Bool
  ) -> (high: Int, drainsAll: Bool) {
    let batch = set.batch
    let reclaiming = read(zoneRegister(zone, .reclaimActive)) != 0
    guard version.pagesetHighIsTuned else {
      if freedSmallBlockTwice { return (0, true) }
      return (reclaiming ? min(4 * batch, set[.high]) : set[.high], false)
    }
    let least = set[.highMin]
    let freed = max(set[.freeCount], batch)
    if freedSmallBlockTwice {
      set[.high] = max(set[.high] - batch << batchScale, least)
      return (0, false)
    }
    if reclaiming {
      set[.high] = max(set[.high] - freed, least)
      return (min(4 * batch, set[.high]), false)
    }
    guard least != set[.highMax] else { return (set[.high], false) }
    if read(zoneRegister(zone, .belowHigh)) != 0 {
      set[.high] = max(set[.high] - freed, least)
      return (max(set.count, least), false)
    }
    let high = set[.high]
    if set.count >= high {
      let wanted = set[.freeCount] + batch
      if high < wanted { set[.high] = min(max(wanted, least), set[.highMax]) }
    }
    return (high, false)
  }

  /// How many pages an overflow gives back (`nr_pcp_free`).
  private func portionToDrain(_ set: Pageset<R>, high: Int, _ freedSmallBlockTwice: Bool) -> Int {
    let batch = set.batch
    if freedSmallBlockTwice { return min(set.count, batch << batchScale) }
    guard high > batch else { return 1 }
    let most = high - batch
    if version.pagesetHighIsTuned { return max(min(set[.freeCount], most), min(batch, most)) }
    let factor = set[.freeFactor]
    let portion = batch << factor
    if portion < most, factor < batchScale { set[.freeFactor] = factor + 1 }
    return max(min(portion, most), min(batch, most))
  }

  // MARK: Draining

  /// Gives at least `pages` pages of a set back, from the tail of `firstList` on as long as it lasts,
  /// then list by list (`free_pcppages_bulk`).
  func drain(_ zone: Zone, cpu: Int, pages: Int, firstList: Int) {
    let set = Pageset(self, zone, cpu)
    var left = min(pages, set.count)
    var index = firstList
    while left > 0 {
      let list = lists.perCPU(zone: zone.index, cpu: cpu, index: index)
      guard let pfn = memory.last(of: list) else {
        index = (index + 1) % PageListMap.perCPUSetLists
        continue
      }
      let order = memory.perCPUOrder(ofList: index)
      let remembered = memory.frame(at: pfn).listType
      unlink(pfn, list)
      left -= order.pages
      freeToBuddy(
        pfn, order: order, zone: zone,
        type: version.drainsByPageblockType ? memory.migratetype(ofPageblockAt: pfn) : remembered)
    }
  }

  /// Empties one CPU's set of a zone (`drain_pages_zone`).
  func drainSet(_ zone: Zone, cpu: Int) {
    guard zone.hasPagesets else { return }
    let count = Pageset(self, zone, cpu).count
    guard count > 0 else { return }
    note(.drainsPerCPU, .drain(zone: zone.index, cpu: cpu, pages: count))
    drain(zone, cpu: cpu, pages: count, firstList: 0)
  }

  /// Empties every CPU's set of a zone, lowest CPU first (`drain_all_pages`).
  func drainAllSets(_ zone: Zone) {
    for cpu in 0..<memory.layout.cpus { drainSet(zone, cpu: cpu) }
  }

  // MARK: Allocating

  /// Takes a block from this CPU's set, refilling the list first if it is empty (`rmqueue_pcplist`).
  func takeFromPerCPU(_ zone: Zone, order: Order, request: AllocationRequest) -> Pfn? {
    let set = Pageset(self, zone, cpu)
    if version.pagesetHighIsTuned {
      set[.freeCount] = set[.freeCount] >> 1
    } else {
      set[.freeFactor] = set[.freeFactor] >> 1
    }
    let index = perCPUListIndex(order: order, type: request.migratetype)
    let list = lists.perCPU(zone: zone.index, cpu: cpu, index: index)
    if memory.isEmpty(list) {
      let blocks = blocksPerRefill(set, zone, order: order)
      note(.refillsPerCPU, .refill(zone: zone.index, order: order, blocks: blocks))
      for _ in 0..<blocks {
        guard let pfn = takeFromBuddy(zone, order: order, request: request) else { break }
        link(
          pfn, first: false, list, place: .perCPU, order: order,
          type: memory.frame(at: pfn).listType, .joinsPerCPU)
      }
    }
    guard let pfn = memory.first(of: list) else { return nil }
    unlink(pfn, list, .takesFromPerCPU)
    return pfn
  }

  /// How many blocks a refill asks for (`nr_pcp_alloc`).
  private func blocksPerRefill(_ set: Pageset<R>, _ zone: Zone, order: Order) -> Int {
    let batch = set.batch
    guard version.pagesetHighIsTuned else { return order == 0 ? batch : max(batch >> order, 2) }
    let grown = order == 0 ? batch << set[.allocFactor] : batch
    if read(zoneRegister(zone, .belowHigh)) == 0 {
      set[.high] = max(set[.high], min(set[.high] + grown, set[.highMax]))
    }
    guard order == 0 else { return max(batch >> order, 2) }
    let most = max(set[.high] - set.count - batch, batch)
    if grown <= most, set[.allocFactor] < batchScale { set[.allocFactor] = set[.allocFactor] + 1 }
    return min(grown, most)
  }
}

/// The numbers of one CPU's set of a zone.
struct Pageset<R: Recorder> {
  private let kernel: Kernel<R>
  private let zone: Zone
  private let cpu: Int
  init(_ kernel: Kernel<R>, _ zone: Zone, _ cpu: Int) {
    self.kernel = kernel
    self.zone = zone
    self.cpu = cpu
  }

  @inline(__always) subscript(field: PagesetField) -> Int {
    get { kernel.read(kernel.pageset(zone, field, cpu: cpu)) }
    nonmutating set { kernel.set(kernel.pageset(zone, field, cpu: cpu), newValue) }
  }
  @inline(__always) var count: Int { self[.count] }
  @inline(__always) var batch: Int { self[.batch] }
  func set(_ register: Register, _ value: Int) { kernel.set(register, value) }
}
