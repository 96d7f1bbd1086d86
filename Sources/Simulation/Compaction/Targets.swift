/// Handing out what the free scanner took (model 6.4).
extension Kernel {
  /// Finds the target of a source of `order` (`compaction_alloc`): the first of the smallest held
  /// blocks that is large enough, after one more search if there is none.
  /// - Returns: the target's first pfn, put on the list of targets; nil where there is none.
  func takeTarget(order: Order, zone: Zone) -> Pfn? {
    for attempt in 0..<2 {
      if let target = takeHeldBlock(order: order) { return target }
      if attempt == 0 { isolateFreepages(zone) }
    }
    return nil
  }

  private func takeHeldBlock(order: Order) -> Pfn? {
    for larger in order...scale.maxOrder {
      guard let pfn = memory.first(of: freePages(order: larger)) else { continue }
      let type = memory.frame(at: pfn).listType
      unlink(pfn, freePages(order: larger))
      for half in stride(from: larger - 1, through: order, by: -1) {
        link(
          pfn + half.pages, first: true, freePages(order: half), place: .isolatedFree,
          order: half, type: type)
      }
      handOut(pfn, order: order, type: type)
      return pfn
    }
    return nil
  }

  @inline(__always) private func handOut(_ pfn: Pfn, order: Order, type: Migratetype) {
    guard version.targetsCountDown, order == 0 else {
      link(pfn, first: false, targets, place: .target, order: order, type: type)
      if version.targetsCountDown { nrMigratepages -= order.pages }
      return
    }
    let old = memory.frame(at: pfn).bits
    let new = old & ~(Frame.placeMask | Frame.orderMask) | Frame.placeBits(.target)
    make(Change(.handOut, .none, list: targets.index, frame: pfn, argument: old ^ new))
  }

  /// Takes a target back whose source did not move (`compaction_free`): it is the next one.
  func returnTarget(_ pfn: Pfn, order: Order) {
    let type = memory.frame(at: pfn).listType
    unlink(pfn, targets)
    link(
      pfn, first: true, freePages(order: order), place: .isolatedFree, order: order, type: type)
    if version.targetsCountDown { nrMigratepages += order.pages }
  }
}
