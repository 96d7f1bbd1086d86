extension Memory {
  /// Whether an edit can be made in this state.
  public func check(_ edit: Edit) throws(EditRefusal) {
    switch edit {
    case .occupy(let pfn, _, _):
      try requireMemory(pfn)
      guard isFreeOnBuddyList(pfn) || isPlainUsed(pfn) else { throw .held(pfn) }
    case .release(let pfn):
      try requireMemory(pfn)
      guard isPlainUsed(pfn) || isFreeOnBuddyList(pfn) else { throw .held(pfn) }
    case .setMigratetype(_, let pfn), .setSkipHint(_, let pfn):
      guard zone(at: pfn) != nil else { throw .notMemory(pfn) }
    case .setWatermarks(let marks, let zone):
      guard zones.indices.contains(zone), 0 <= marks.min, marks.min <= marks.low, marks.low <= marks.high,
        marks.high <= zones[zone].layout.managed
      else { throw .marksMustRise }
    case .setTunables, .restart: break
    }
  }

  private func requireMemory(_ pfn: Pfn) throws(EditRefusal) {
    guard zone(at: pfn) != nil else { throw .notMemory(pfn) }
    switch frame(at: pfn).kind {
    case .hole, .unavailable, .reserved: throw .notMemory(pfn)
    default: break
    }
  }

  private func isPlainUsed(_ pfn: Pfn) -> Bool {
    let frame = frame(at: pfn)
    return frame.place == .none && frame.kind != .free && !frame.isCompound
  }

  private func isFreeOnBuddyList(_ pfn: Pfn) -> Bool { freeBlock(holding: pfn) != nil }

  /// The block on a free list that a page belongs to.
  public func freeBlock(holding pfn: Pfn) -> (pfn: Pfn, order: Order)? {
    for order in 0...scale.maxOrder {
      let start = pfn.start(ofOrder: order)
      guard contains(start) else { return nil }
      let frame = frame(at: start)
      if frame.isBuddy { return start + frame.order.pages > pfn ? (start, frame.order) : nil }
    }
    return nil
  }
}
