/// The buddy allocator: splitting and merging (model 2).
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
  func retype(_ pfn: Pfn, to type: Migratetype) {
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
  func takeSmallest(_ zone: Zone, order: Order, type: Migratetype) -> Pfn? {
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

  // MARK: Moving between lists

  /// Moves all free blocks of a pageblock to the tails of the lists of `type`, ascending
  /// (`move_freepages_block`).
  func moveFreeBlocks(ofPageblockAt pfn: Pfn, zone: Zone, to type: Migratetype) {
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
        place: .buddy, order: frame.order, type: type)
      here += frame.order.pages
    }
  }
}
