/// The buddy allocator: splitting, merging and falling back (model 2).
extension Kernel {
  // MARK: Freeing

  /// Gives a block back to the free lists, merging it with its buddies as far as they are free
  /// (model 2.1, `__free_one_page`).
  /// - Parameter type: the list it belongs on; by the kernel the type of its pageblock.
  func freeToBuddy(_ pfn: Pfn, order: Order, zone: Zone, type: Migratetype, toTail: Bool = false) {
    var pfn = pfn
    var order = order
    let start = order
    while order < scale.maxOrder {
      if order == control.captureOrder, capture(pfn, order: order, zone: zone, type: type) { return }
      let buddy = pfn ^ order.pages
      guard zone.contains(buddy), memory.frame(at: buddy).isBuddy(order: order) else { break }
      if order >= scale.pageblockOrder {
        let buddyType = memory.migratetype(ofPageblockAt: buddy)
        guard buddyType == type || (buddyType.isMergeable && type.isMergeable) else { break }
        takeOffFreeList(buddy, zone)
        if version.keepsListsTyped { retag(buddy, order: order, to: type) }
      } else {
        takeOffFreeList(buddy, zone)
      }
      pfn &= buddy
      order += 1
    }
    let tail = toTail || mergeIsLikely(pfn, order: order, zone: zone)
    link(
      pfn, first: !tail, lists.free(zone: zone.index, order: order, type: type), place: .buddy,
      order: order, type: type, order > start ? .mergesBlock : .freesBlock)
  }

  /// Whether the block's buddy is likely to be freed soon, because the block they would form together
  /// has a free buddy already (model 2.1, `buddy_merge_likely`).
  private func mergeIsLikely(_ pfn: Pfn, order: Order, zone: Zone) -> Bool {
    guard order < scale.maxOrder - 1 else { return false }
    let combined = pfn & ~order.pages
    let buddy = combined ^ (order + 1).pages
    return zone.contains(buddy) && memory.frame(at: buddy).isBuddy(order: order + 1)
  }

  /// Takes a free block off the list it is on, whatever the type of its pageblock.
  @inline(__always) func takeOffFreeList(_ pfn: Pfn, _ zone: Zone) {
    let frame = memory.frame(at: pfn)
    unlink(pfn, lists.free(zone: zone.index, order: frame.order, type: frame.listType))
  }

  /// Changes the type that a block off the lists goes back under.
  private func retype(_ pfn: Pfn, to type: Migratetype) {
    let frame = memory.frame(at: pfn)
    changeFrame(pfn, to: Frame(bits: frame.bits & ~Frame.typeMask | Frame.typeBits(type)))
  }

  /// Changes the type of all pageblocks that a block covers.
  func retag(_ pfn: Pfn, order: Order, to type: Migratetype) {
    for block in stride(
      from: pfn, to: pfn + max(order.pages, 1), by: scale.pageblockPages)
    {
      setMigratetype(type, ofPageblockAt: block)
    }
  }

  // MARK: Allocating

  /// Takes a block from the free lists of a zone (model 2.3 points 2 to 7, `__rmqueue`).
  /// - Returns: the first pfn of a block of exactly `order`, on no list.
  func takeFromBuddy(_ zone: Zone, order: Order, request: AllocationRequest) -> Pfn? {
    if request.mayUseHighAtomic,
      let pfn = takeSmallest(zone, order: order, type: .highAtomic)
    {
      return pfn
    }
    let free = read(.zone(zone.index, .freePages))
    if request.mayUseCMA, read(.zone(zone.index, .freeCMA)) > free / 2,
      let pfn = takeSmallest(zone, order: order, type: .cma)
    {
      return pfn
    }
    if let pfn = takeSmallest(zone, order: order, type: request.migratetype) { return pfn }
    if request.mayUseCMA, let pfn = takeSmallest(zone, order: order, type: .cma) { return pfn }
    if let pfn = fallBack(zone, order: order, request: request) { return pfn }
    if request.mayUseReserve, let pfn = takeSmallest(zone, order: order, type: .highAtomic) {
      return pfn
    }
    return nil
  }

  /// Takes the head of the smallest list that serves (`__rmqueue_smallest`).
  private func takeSmallest(_ zone: Zone, order: Order, type: Migratetype) -> Pfn? {
    for larger in order...scale.maxOrder {
      guard let pfn = memory.first(of: lists.free(zone: zone.index, order: larger, type: type)) else {
        continue
      }
      takeOffFreeList(pfn, zone)
      expand(pfn, from: larger, to: order, zone: zone, type: type)
      return pfn
    }
    return nil
  }

  /// Splits a block that is off the lists: the low half is kept each time, the upper one goes to the
  /// head of its list (model 2.2, `expand`).
  func expand(_ pfn: Pfn, from large: Order, to small: Order, zone: Zone, type: Migratetype) {
    for order in stride(from: large - 1, through: small, by: -1) {
      link(
        pfn + order.pages, first: true, lists.free(zone: zone.index, order: order, type: type),
        place: .buddy, order: order, type: type, .splitsBlock)
    }
  }

  // MARK: Falling back (model 2.5)

  private func fallBack(_ zone: Zone, order: Order, request: AllocationRequest) -> Pfn? {
    let type = request.migratetype
    let least = request.noFragment ? max(order, scale.pageblockOrder) : order
    guard least <= scale.maxOrder else { return nil }
    if version.claimsBeforeStealing {
      return claimLargest(zone, order: order, least: least, type: type)
        ?? (request.noFragment ? nil : stealSmallest(zone, order: order, type: type))
    }
    for larger in stride(from: scale.maxOrder, through: least, by: -1) {
      guard let fallback = fallbackType(zone, order: larger, type: type) else { continue }
      let claims = canSteal(order: larger, type: type)
      if !claims, type == .movable, larger > order {
        return stealSmallest(zone, order: order, type: type)
      }
      return steal(zone, order: order, from: larger, fallback: fallback, type: type, claims: claims)
    }
    return nil
  }

  /// 6.18: whole pageblocks first, from the largest order down.
  private func claimLargest(_ zone: Zone, order: Order, least: Order, type: Migratetype) -> Pfn? {
    let floor = max(least, 0)
    for larger in stride(from: scale.maxOrder, through: floor, by: -1) {
      guard canSteal(order: larger, type: type) else { break }
      guard let fallback = fallbackType(zone, order: larger, type: type),
        let pfn = memory.first(of: lists.free(zone: zone.index, order: larger, type: fallback))
      else { continue }
      if let claimed = claim(pfn, zone, order: order, block: larger, type: type) { return claimed }
    }
    return nil
  }

  private func stealSmallest(_ zone: Zone, order: Order, type: Migratetype) -> Pfn? {
    for larger in order...scale.maxOrder {
      guard let fallback = fallbackType(zone, order: larger, type: type) else { continue }
      return steal(
        zone, order: order, from: larger, fallback: fallback, type: type,
        claims: version.claimsBeforeStealing ? false : canSteal(order: larger, type: type))
    }
    return nil
  }

  /// The first fallback type with a block of this order.
  func fallbackType(_ zone: Zone, order: Order, type: Migratetype) -> Migratetype? {
    type.fallbacks.first {
      !memory.isEmpty(lists.free(zone: zone.index, order: order, type: $0))
    }
  }

  /// Whether a request may claim the whole pageblock of a block of this order (`can_steal_fallback`).
  func canSteal(order: Order, type: Migratetype) -> Bool {
    order >= scale.pageblockOrder || order >= scale.pageblockOrder / 2 || type == .unmovable
      || type == .reclaimable || !memory.zones[0].groupsByMobility
  }

  private func steal(
    _ zone: Zone, order: Order, from larger: Order, fallback: Migratetype, type: Migratetype,
    claims: Bool
  ) -> Pfn? {
    guard let pfn = memory.first(of: lists.free(zone: zone.index, order: larger, type: fallback)) else {
      return nil
    }
    if memory.migratetype(ofPageblockAt: pfn) != .highAtomic,
      claims || larger >= scale.pageblockOrder
    {
      if let claimed = claim(pfn, zone, order: order, block: larger, type: type) { return claimed }
      if !version.stealingKeepsType {
        // The older kernels move the pageblock's free blocks even where they do not claim it.
        moveFreeBlocks(ofPageblockAt: pfn, zone: zone, to: type, rule: .stealsBlock)
        return takeSmallest(zone, order: order, type: type)
      }
    } else if memory.migratetype(ofPageblockAt: pfn) != .highAtomic {
      boostWatermark(zone)
    }
    takeOffFreeList(pfn, zone)
    note(.stealsBlock, pfn, argument: larger)
    if !version.stealingKeepsType { retype(pfn, to: type) }
    expand(
      pfn, from: larger, to: order, zone: zone, type: version.stealingKeepsType ? fallback : type)
    return pfn
  }

  /// Claims the pageblock of a free block for `type` if it is a whole one, or at least half of its
  /// pages are free or alike; then serves the request from it.
  private func claim(_ pfn: Pfn, _ zone: Zone, order: Order, block: Order, type: Migratetype) -> Pfn? {
    if block >= scale.pageblockOrder {
      takeOffFreeList(pfn, zone)
      retype(pfn, to: type)
      retag(pfn, order: block, to: type)
      note(.claimsPageblock, pfn, argument: block)
      expand(pfn, from: block, to: order, zone: zone, type: type)
      return pfn
    }
    boostWatermark(zone)
    let start = scale.pageblockStart(pfn)
    let end = start + scale.pageblockPages
    guard start >= zone.start, end <= zone.end else { return nil }
    var free = 0
    var movable = 0
    var here = start
    while here < end {
      let frame = memory.frame(at: here)
      if frame.isBuddy {
        free += frame.order.pages
        here += frame.order.pages
        continue
      }
      if frame.has(.lru) || frame.kind == .movableOps { movable += 1 }
      here += 1
    }
    let alike: Int =
      switch type {
      case .movable: movable
      case .unmovable, .reclaimable:
        memory.migratetype(ofPageblockAt: pfn) == .movable
          ? scale.pageblockPages - free - movable : 0
      default: 0
      }
    guard free + alike >= scale.pageblockPages / 2 || !zone.groupsByMobility else { return nil }
    moveFreeBlocks(ofPageblockAt: pfn, zone: zone, to: type, rule: .claimsPageblock)
    setMigratetype(type, ofPageblockAt: pfn)
    return takeSmallest(zone, order: order, type: type)
  }

  /// Moves all free blocks of a pageblock to the tails of the lists of `type`, ascending
  /// (`move_freepages_block`).
  func moveFreeBlocks(ofPageblockAt pfn: Pfn, zone: Zone, to type: Migratetype, rule: Rule = .none) {
    var here = scale.pageblockStart(pfn)
    let end = min(here + scale.pageblockPages, zone.end)
    here = max(here, zone.start)
    while here < end {
      let frame = memory.frame(at: here)
      guard frame.isBuddy else {
        here += 1
        continue
      }
      takeOffFreeList(here, zone)
      link(
        here, first: false, lists.free(zone: zone.index, order: frame.order, type: type),
        place: .buddy, order: frame.order, type: type, rule)
      here += frame.order.pages
    }
  }

  /// A fallback below pageblock size lets the watermark rise for a while (model 2.9, `boost_watermark`).
  func boostWatermark(_ zone: Zone) {
    guard tunables.watermarkBoostFactor != 0, zone.layout.managed >= scale.pageblockPages * 4 else {
      return
    }
    let cap = max(
      scale.pageblockPages, read(zoneRegister(zone, .watermarkHigh)) * tunables.watermarkBoostFactor / 10000)
    set(
      zoneRegister(zone, .watermarkBoost),
      min(read(zoneRegister(zone, .watermarkBoost)) + scale.pageblockPages, cap))
  }
}
