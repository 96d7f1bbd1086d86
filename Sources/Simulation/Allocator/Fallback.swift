/// Falling back: what a request takes from where the lists of its own type have nothing (model 2.5).
extension Kernel {
  /// Takes a block of another type, the largest first (`__rmqueue_fallback`).
  func fallBack(_ zone: Zone, order: Order, request: AllocationRequest) -> Pfn? {
    let type = request.migratetype
    let least = request.noFragment ? max(order, scale.pageblockOrder) : order
    guard least <= scale.maxOrder else { return nil }
    if version.claimsBeforeStealing {
      return claimLargest(zone, order: order, least: least, request)
        ?? (request.noFragment ? nil : stealSmallest(zone, order: order, request))
    }
    for larger in stride(from: scale.maxOrder, through: least, by: -1) {
      guard let fallback = fallbackType(zone, order: larger, type: type) else { continue }
      let claims = canSteal(order: larger, type: type)
      if !claims, type == .movable, larger > order {
        return stealSmallest(zone, order: order, request)
      }
      return steal(zone, order: order, from: larger, fallback: fallback, request, claims: claims)
    }
    return nil
  }

  /// 6.18: whole pageblocks first, from the largest order down.
  private func claimLargest(_ zone: Zone, order: Order, least: Order, _ request: AllocationRequest) -> Pfn? {
    let type = request.migratetype
    let floor = max(least, 0)
    for larger in stride(from: scale.maxOrder, through: floor, by: -1) {
      guard canSteal(order: larger, type: type) else { break }
      guard let fallback = fallbackType(zone, order: larger, type: type),
        let pfn = memory.first(of: lists.free(zone: zone.index, order: larger, type: fallback))
      else { continue }
      if let claimed = claim(pfn, zone, order: order, block: larger, request) { return claimed }
    }
    return nil
  }

  private func stealSmallest(_ zone: Zone, order: Order, _ request: AllocationRequest) -> Pfn? {
    let type = request.migratetype
    for larger in order...scale.maxOrder {
      guard let fallback = fallbackType(zone, order: larger, type: type) else { continue }
      return steal(
        zone, order: order, from: larger, fallback: fallback, request,
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
    _ zone: Zone, order: Order, from larger: Order, fallback: Migratetype, _ request: AllocationRequest,
    claims: Bool
  ) -> Pfn? {
    let type = request.migratetype
    guard let pfn = memory.first(of: lists.free(zone: zone.index, order: larger, type: fallback)) else {
      return nil
    }
    if memory.migratetype(ofPageblockAt: pfn) != .highAtomic,
      claims || larger >= scale.pageblockOrder
    {
      if let claimed = claim(pfn, zone, order: order, block: larger, request) { return claimed }
      if !version.stealingKeepsType {
        // The older kernels move the pageblock's free blocks even where they do not claim it.
        moveFreeBlocks(ofPageblockAt: pfn, zone: zone, to: type)
        note(.stealsBlock, .block(start: pfn, order: larger))
        return takeSmallest(zone, order: order, type: type)
      }
    } else if memory.migratetype(ofPageblockAt: pfn) != .highAtomic {
      boostWatermark(zone, request)
    }
    takeOffFreeList(pfn, zone)
    note(.stealsBlock, .block(start: pfn, order: larger))
    if !version.stealingKeepsType { retype(pfn, to: type) }
    expand(
      pfn, from: larger, to: order, zone: zone, type: version.stealingKeepsType ? fallback : type)
    return pfn
  }

  /// Claims the pageblock of a free block for `type` if it is a whole one, or at least half of its
  /// pages are free or alike; then serves the request from it.
  private func claim(
    _ pfn: Pfn, _ zone: Zone, order: Order, block: Order, _ request: AllocationRequest
  ) -> Pfn? {
    let type = request.migratetype
    if block >= scale.pageblockOrder {
      takeOffFreeList(pfn, zone)
      retype(pfn, to: type)
      retag(pfn, order: block, to: type)
      note(.claimsPageblock, .claim(start: pfn, order: block, free: 0, alike: 0))
      expand(pfn, from: block, to: order, zone: zone, type: type)
      return pfn
    }
    boostWatermark(zone, request)
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
    moveFreeBlocks(ofPageblockAt: pfn, zone: zone, to: type)
    setMigratetype(type, ofPageblockAt: pfn)
    note(.claimsPageblock, .claim(start: pfn, order: block, free: free, alike: alike))
    return takeSmallest(zone, order: order, type: type)
  }

  /// A fallback below pageblock size lets the watermark rise until the background reclaimer has run, which a
  /// request that may wake it does at once (model 2.9, `boost_watermark`).
  func boostWatermark(_ zone: Zone, _ request: AllocationRequest) {
    guard tunables.watermarkBoostFactor != 0, zone.layout.managed >= scale.pageblockPages * 4 else {
      return
    }
    let cap = max(
      scale.pageblockPages, read(zoneRegister(zone, .watermarkHigh)) * tunables.watermarkBoostFactor / 10000)
    set(
      zoneRegister(zone, .watermarkBoost),
      min(read(zoneRegister(zone, .watermarkBoost)) + scale.pageblockPages, cap))
    if request.gfp.contains(.kswapdReclaim) { wakeKswapd(order: 0, highestZone: zone.name) }
  }
}
